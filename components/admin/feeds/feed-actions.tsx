'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { z } from 'zod';
import { Button } from '../button';
import { ConfirmDialog } from '../confirm-dialog';
import { Notice } from '../notice';
import { useErrorText } from '../use-error-text';
import { FeedPause } from './feed-pause';
import { sendJson } from './send-json';

interface FeedActionsProps {
  id: number;
  name: string;
  isPaused: boolean;
  /** How the poll ended that the page was loaded anew after. */
  polled?: string | string[];
}

const pollOutcome = z.enum(['imported', 'unchanged', 'failed']);
const pollAnswer = z.object({ outcome: pollOutcome });
const looks = { imported: 'done', unchanged: 'plain', failed: 'danger' } as const;

/** What can be done with a source: poll it now, pause it, delete it. */
export function FeedActions({ id, name, isPaused, polled }: FeedActionsProps) {
  const t = useTranslations('admin.feeds');
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const outcome = pollOutcome.safeParse(polled).data;

  async function run(method: 'POST' | 'DELETE', url: string, onDone: (body: unknown) => void) {
    if (busy) return;
    setBusy(true);
    setError(null);
    const result = await sendJson(method, url);
    setBusy(false);
    if (result.ok) onDone(result.body);
    else setError(errorText(result));
  }

  function poll() {
    void run('POST', `/api/feeds/${id}/poll`, (body) => {
      const ended = pollAnswer.safeParse(body).data?.outcome ?? 'failed';
      // Times, items and errors are shown by the server.
      location.assign(`/admin/feeds/${id}?polled=${ended}`);
    });
  }

  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-start gap-3">
        <Button look="main" aria-disabled={busy} onClick={poll}>
          {busy ? t('polling') : t('pollNow')}
        </Button>
        <FeedPause id={id} name={name} isPaused={isPaused} />
        <ConfirmDialog
          label={t('delete')}
          title={t('deleteTitle', { name })}
          action={t('deleteConfirm')}
          disabled={busy}
          onConfirm={() => void run('DELETE', `/api/feeds/${id}`, () => location.assign('/admin/feeds'))}
        >
          {t('deleteText')}
        </ConfirmDialog>
      </div>
      {outcome && (
        <Notice look={looks[outcome]} role="status">
          {t(`polled.${outcome}`)}
        </Notice>
      )}
      {error && (
        <Notice look="danger" role="alert">
          {error}
        </Notice>
      )}
    </div>
  );
}
