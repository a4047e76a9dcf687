'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button, buttonClass } from '../button';
import { postJson } from '../post-json';
import { ActionError } from './action-error';
import { importStartedSchema, type ImportReport } from './import-answers';
import { countShown } from './import-counts';
import { useAction } from './use-action';

interface StartControlProps {
  report: ImportReport;
  /** Settings were changed and not applied: what is shown is not what they give. */
  isStale: boolean;
}

/** Starts what the preview shows, and says what that is. */
export function StartControl({ report, isStale }: StartControlProps) {
  const t = useTranslations('admin');
  const { busy, error, run } = useAction();
  const [asDraft, setAsDraft] = useState(report.asDraft);
  const [created, updated, skipped] = [
    countShown(report, 'created'),
    countShown(report, 'updated'),
    countShown(report, 'skipped'),
  ];
  const started = report.related.find(({ parentId, kind }) => parentId === report.id && kind === 'import');
  const canStart = report.status === 'done' && created + updated > 0 && !started && report.hasFiles;
  const start = () =>
    void run(
      () => postJson(`/api/imports/${encodeURIComponent(report.id)}/start?asDraft=${asDraft ? '1' : '0'}`),
      (body) => {
        const next = importStartedSchema.safeParse(body).data;
        if (next) location.assign(`/admin/imports/${encodeURIComponent(next.id)}`);
      },
    );
  return (
    <div className="grid gap-3">
      <ActionError error={error} />
      {canStart && (
        <label className="flex min-h-11 items-center gap-3 text-sm md:min-h-7">
          <input
            type="checkbox"
            checked={asDraft}
            onChange={(event) => setAsDraft(event.currentTarget.checked)}
            className="size-5 accent-accent"
          />
          {t('asDraft')}
        </label>
      )}
      <div className="flex flex-wrap items-center gap-3">
        {canStart && (
          <Button look="main" disabled={busy || isStale} onClick={start} className="whitespace-normal">
            {t('startImport', { created, updated, skipped, both: created > 0 && updated > 0 ? 'yes' : 'no' })}
          </Button>
        )}
        <a href="/admin/import" className={buttonClass()}>
          {t('chooseOthers')}
        </a>
        {canStart && isStale && (
          <span role="status" className="text-xs text-caution">
            {t('imports.applyFirst')}
          </span>
        )}
      </div>
    </div>
  );
}
