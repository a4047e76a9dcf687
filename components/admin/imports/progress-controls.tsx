'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../button';
import { ConfirmDialog } from '../confirm-dialog';
import { postJson } from '../post-json';
import { ActionError } from './action-error';
import type { ImportReport } from './import-answers';
import { useAction } from './use-action';
import { undoAfterCancel } from './undo-after-cancel';

/** Pause, continue, cancel: for an import that is not at its end. */
export function ProgressControls({ report, onChanged }: { report: ImportReport; onChanged: () => void }) {
  const t = useTranslations('admin');
  const { busy, error, run } = useAction();
  const [takeBack, setTakeBack] = useState(false);
  const { id, status, requested, kind, dryRun } = report;
  if (kind !== 'import' || !['queued', 'running', 'paused'].includes(status)) return null;
  // An import of the command line goes on in its own process or not at all.
  const canPause = report.origin === 'admin' || report.origin === 'api';
  const url = `/api/imports/${encodeURIComponent(id)}`;
  const send = (action: string) => void run(() => postJson(`${url}/${action}`), onChanged);
  const cancel = () =>
    void run(() => (takeBack && !dryRun ? undoAfterCancel(url) : postJson(`${url}/cancel`)), onChanged);
  return (
    <div className="grid gap-3">
      <ActionError error={error} />
      {requested && <p role="status">{t('imports.willStop')}</p>}
      <div className="flex flex-wrap gap-3">
        {status === 'paused' ? (
          <Button look="main" disabled={busy} onClick={() => send('resume')}>
            {t('imports.resume')}
          </Button>
        ) : (
          canPause && (
            <Button disabled={busy || Boolean(requested)} onClick={() => send('pause')}>
              {t('imports.pause')}
            </Button>
          )
        )}
        <ConfirmDialog
          label={t('imports.cancel')}
          title={t(dryRun ? 'imports.cancelPreviewTitle' : 'imports.cancelTitle')}
          action={t('imports.cancelConfirm')}
          disabled={busy}
          onConfirm={cancel}
        >
          {dryRun ? (
            t('imports.cancelPreviewText')
          ) : (
            <fieldset className="grid gap-2">
              <legend className="pb-2">{t('imports.cancelText')}</legend>
              {[false, true].map((choice) => (
                <label key={String(choice)} className="flex min-h-11 items-center gap-3 md:min-h-6">
                  <input
                    type="radio"
                    name="take-back"
                    checked={takeBack === choice}
                    onChange={() => setTakeBack(choice)}
                    className="size-5 accent-accent"
                  />
                  {t(choice ? 'imports.cancelTakeBack' : 'imports.cancelKeep')}
                </label>
              ))}
            </fieldset>
          )}
        </ConfirmDialog>
      </div>
    </div>
  );
}
