'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button, buttonClass } from './button';
import { ConfirmDialog } from './confirm-dialog';
import { importStartedSchema, type ImportReport } from './import-answers';
import { Notice } from './notice';
import { postJson } from './post-json';
import { useErrorText } from './use-error-text';

interface ImportActionsProps {
  report: ImportReport;
  onChanged: () => void;
}

/** What can be done with an import in its state: start what was previewed, or take it back. */
export function ImportActions({ report, onChanged }: ImportActionsProps) {
  const t = useTranslations('admin');
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const { id, dryRun, status } = report;
  const accepted = report.created + report.updated;
  const canStart = dryRun && status === 'done' && accepted > 0;
  const canUndo = !dryRun && (status === 'done' || status === 'failed') && accepted > 0;

  async function run(action: 'start' | 'undo') {
    setBusy(true);
    setError(null);
    const result = await postJson(`/api/imports/${encodeURIComponent(id)}/${action}`);
    setBusy(false);
    if (!result.ok) return setError(errorText(result));
    const started = action === 'start' ? importStartedSchema.safeParse(result.body).data : undefined;
    if (started) location.assign(`/admin/imports/${encodeURIComponent(started.id)}`);
    else onChanged();
  }

  return (
    <div className="grid gap-3 empty:hidden">
      {error && (
        <Notice look="danger" role="alert">
          {error}
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        {canStart && (
          <Button look="main" disabled={busy} onClick={() => void run('start')}>
            {t('startImport', { count: accepted })}
          </Button>
        )}
        {dryRun && (
          <a href="/admin/import" className={buttonClass()}>
            {t('chooseOthers')}
          </a>
        )}
        {canUndo && (
          <ConfirmDialog
            label={t('undoImport')}
            title={t('undoTitle')}
            action={t('undoConfirm')}
            disabled={busy}
            onConfirm={() => void run('undo')}
          >
            {t('undoText', { created: report.created, updated: report.updated })}
          </ConfirmDialog>
        )}
      </div>
    </div>
  );
}
