import { useState, type SubmitEvent } from 'react';
import { postJson } from './post-json';
import { useErrorText } from './use-error-text';

interface SubmitOptions {
  url: string;
  /** What happens after success; the form stays busy, as most of these leave the page. */
  onDone: () => void;
}

/** Sends a form's fields as JSON. `error` is the text to show, null while all is well. */
export function useSubmit({ url, onDone }: SubmitOptions) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const errorText = useErrorText();

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(null);
    const result = await postJson(url, Object.fromEntries(new FormData(event.currentTarget)));
    if (result.ok) return onDone();
    setError(errorText(result));
    setBusy(false);
  }

  return { busy, error, setBusy, submit };
}
