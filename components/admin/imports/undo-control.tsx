'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '../button';
import { postJson } from '../post-json';
import { ActionError } from './action-error';
import { changedSinceSchema, type ImportReport } from './import-answers';
import { useAction } from './use-action';
import { useJson } from './use-json';

/** Takes an import back; asks first, and names what was changed since. */
export function UndoControl({ report, onChanged }: { report: ImportReport; onChanged: () => void }) {
  const t = useTranslations('admin');
  const [isAsking, setAsking] = useState(false);
  return (
    <div className="grid gap-3">
      <p>
        <Button look="danger" aria-expanded={isAsking} onClick={() => setAsking(!isAsking)}>
          {t(report.status === 'undone' ? 'imports.undoAgain' : 'undoImport')}
        </Button>
      </p>
      {isAsking && <UndoQuestion report={report} onChanged={onChanged} onClose={() => setAsking(false)} />}
    </div>
  );
}

interface UndoQuestionProps {
  report: ImportReport;
  onChanged: () => void;
  onClose: () => void;
}

function UndoQuestion({ report, onChanged, onClose }: UndoQuestionProps) {
  const t = useTranslations('admin');
  const titleId = useId();
  const isAgain = report.status === 'undone';
  const [insist, setInsist] = useState(isAgain);
  const { busy, error, run } = useAction();
  const url = `/api/imports/${encodeURIComponent(report.id)}/undo`;
  const changed = useJson(url, changedSinceSchema);
  const since = changed?.ok ? changed.data.changedSince : null;
  const undo = () =>
    void run(
      () => postJson(`${url}?insist=${insist ? '1' : '0'}`),
      () => {
        onClose();
        onChanged();
      },
    );
  return (
    <section aria-labelledby={titleId} className="grid gap-3 border border-danger p-4 text-sm">
      <h2 id={titleId} className="font-serif text-lg font-bold">
        {t('undoTitle')}
      </h2>
      <p>{t('undoText', { created: report.created, updated: report.updated })}</p>
      {since === null && <p className="text-muted">{t('loading')}</p>}
      {since !== null && since.count > 0 && (
        <>
          <p className="font-semibold">{t('imports.changedSince', { count: since.count })}</p>
          <ul className="grid max-h-60 gap-1 overflow-auto">
            {since.slugs.map((slug) => (
              <li key={slug}>
                <a
                  href={`/admin/articles/${encodeURIComponent(slug)}`}
                  className="inline-block text-accent underline underline-offset-4 max-md:py-2.5"
                >
                  {slug}
                </a>
              </li>
            ))}
          </ul>
          {!isAgain && (
            <label className="flex min-h-11 items-center gap-3 md:min-h-6">
              <input
                type="checkbox"
                checked={insist}
                onChange={(event) => setInsist(event.currentTarget.checked)}
                className="size-5 accent-accent"
              />
              {t('imports.insist')}
            </label>
          )}
        </>
      )}
      <ActionError error={error} />
      <div className="flex flex-wrap gap-3">
        <Button look="danger" disabled={busy || since === null} onClick={undo}>
          {busy ? t('imports.undoing') : t('undoConfirm')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </section>
  );
}
