import { useState } from 'react';
import type { PostResult } from '../post-json';
import { useErrorText } from '../use-error-text';

/** Runs one request at a time; `error` is the text of its failure until the next one. */
export function useAction() {
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function run(send: () => Promise<PostResult>, onDone: (body: unknown) => void): Promise<void> {
    if (busy) return;
    setBusy(true);
    setError(null);
    const result = await send();
    setBusy(false);
    if (result.ok) onDone(result.body);
    else setError(errorText(result));
  }

  return { busy, error, run };
}
