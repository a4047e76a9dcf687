import { Notice } from '../notice';

/** What went wrong with the last press, read out at once. */
export function ActionError({ error }: { error: string | null }) {
  return (
    error !== null && (
      <Notice look="danger" role="alert">
        {error}
      </Notice>
    )
  );
}
