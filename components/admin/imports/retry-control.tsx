'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../button';
import { postJson } from '../post-json';
import { ActionError } from './action-error';
import { importStartedSchema, type ImportReport } from './import-answers';
import type { MendedTexts } from './mended-texts';
import { useAction } from './use-action';

/** Tries the rejected files again, with what was mended; a preview first. */
export function RetryControl({ report, mended }: { report: ImportReport; mended: MendedTexts }) {
  const t = useTranslations('admin.imports');
  const { busy, error, run } = useAction();
  const files = [...mended.texts].map(([path, text]) => ({ path, text }));
  const retry = () =>
    void run(
      () => postJson(`/api/imports/${encodeURIComponent(report.id)}/retry`, { files }),
      (body) => {
        const started = importStartedSchema.safeParse(body).data;
        if (started) location.assign(`/admin/imports/${encodeURIComponent(started.id)}`);
      },
    );
  return (
    <div className="grid gap-2">
      <ActionError error={error} />
      <p className="flex flex-wrap items-center gap-3">
        <Button disabled={busy} onClick={retry}>
          {t('retryRejected', { count: report.rejected })}
        </Button>
        <span role="status" className="text-xs text-muted">
          {files.length > 0 ? t('mendedCount', { count: files.length }) : t('retryHint')}
        </span>
      </p>
    </div>
  );
}
