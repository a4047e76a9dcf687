'use client';

import { useTranslations } from 'next-intl';
import type { ImportReport } from './import-answers';

/** What an undo took back so far, and what it left because it was changed since. */
export function UndoResult({ report }: { report: ImportReport }) {
  const t = useTranslations('admin');
  const { result } = report;
  if (!result) return null;
  return (
    <section className="grid gap-3 text-sm">
      <p>{t('imports.undone', { removed: result.removed, restored: result.restored, kept: result.kept })}</p>
      {result.keptBecauseChanged.length > 0 && (
        <ul aria-label={t('imports.keptLabel')} className="grid gap-1">
          {result.keptBecauseChanged.map((slug) => (
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
      )}
    </section>
  );
}
