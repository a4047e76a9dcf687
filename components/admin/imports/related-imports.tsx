'use client';

import { useTranslations } from 'next-intl';
import { useTimeText } from '../use-time-text';
import type { ImportHead, ImportReport } from './import-answers';

/** What came before and after: the preview, the retry, the undo, each a link. */
export function RelatedImports({ report }: { report: ImportReport }) {
  const t = useTranslations('admin');
  const timeText = useTimeText();
  if (report.related.length === 0) return null;
  return (
    <nav aria-label={t('imports.related')} className="text-sm">
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {report.related.map((other) => (
          <li key={other.id}>
            <a
              href={`/admin/imports/${encodeURIComponent(other.id)}`}
              className="inline-block text-accent underline underline-offset-4 max-md:py-2.5"
            >
              {t(`imports.relations.${nameRelation(report, other)}`)}
              {other.createdAt && ` ${timeText(other.createdAt)}`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function nameRelation(report: ImportReport, other: ImportHead) {
  if (other.kind === 'undo') return 'undo';
  if (report.kind === 'undo') return 'undoOf';
  if (other.id === report.parentId) return other.dryRun ? 'preview' : 'retryOf';
  return report.dryRun ? 'started' : 'retry';
}
