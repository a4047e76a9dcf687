'use client';

import { useEffect } from 'react';

/** Prolongs the session in use; the server decides whether it is time (once a day). */
export function KeepSession() {
  useEffect(() => {
    fetch('/api/auth/get-session')
      // An answer that is not read keeps its connection.
      .then((response) => response.text())
      // A failed try is repeated by the next page.
      .catch(() => undefined);
  }, []);
  return null;
}
