'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../button';
import { useErrorText } from '../use-error-text';
import { sendJson } from './send-json';

/** Pauses a source or lets it go on; the page is loaded anew, as its times change with it. */
export function FeedPause({ id, name, isPaused }: { id: number; name: string; isPaused: boolean }) {
  const t = useTranslations('admin.feeds');
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function toggle() {
    if (busy) return;
    setBusy(true);
    const result = await sendJson('PATCH', `/api/feeds/${id}`, { paused: !isPaused });
    if (result.ok) return location.reload();
    setError(errorText(result));
    setBusy(false);
  }

  return (
    <>
      <Button
        aria-disabled={busy}
        aria-label={isPaused ? t('resumeOf', { name }) : t('pauseOf', { name })}
        onClick={() => void toggle()}
      >
        {isPaused ? t('resume') : t('pause')}
      </Button>
      {error && (
        <p role="alert" className="text-xs text-danger">
          {error}
        </p>
      )}
    </>
  );
}
