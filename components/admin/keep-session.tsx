'use client';

import { useEffect } from 'react';

/** Prolongs the session in use; the server decides whether it is time (once a day). */
export function KeepSession() {
  useEffect(() => {
    // A failed try is repeated by the next page.
    fetch('/api/auth/get-session').catch(() => undefined);
  }, []);
  return null;
}
