'use client';

import { useTranslations } from 'next-intl';
import { Button } from './button';
import { isUnfinished, type ImportReport, type ImportReportItem } from './import-answers';
import { OutcomeMark } from './outcome-mark';
import { cellClass, headClass, TableFrame } from './table-frame';
import { useTimeText } from './use-time-text';

interface ImportItemsProps {
  report: ImportReport;
  onMore: (cursor: string | number) => void;
}

/** The report, file by file. */
export function ImportItems({ report, onMore }: ImportItemsProps) {
  const t = useTranslations('admin');
  const { items, next, dryRun } = report;
  // Nothing to say before the first file was read.
  if (items.length === 0 && isUnfinished(report)) return null;
  if (items.length === 0) return <p className="text-sm text-muted">{t('noItems')}</p>;
  return (
    <>
      <TableFrame label={t('reportTable')}>
        <thead>
          <tr>
            {(['outcome', 'file', 'article', 'notes'] as const).map((column) => (
              <th key={column} scope="col" className={headClass}>
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => (
            <ItemRow key={`${item.path}\n${String(index)}`} item={item} dryRun={dryRun} />
          ))}
        </tbody>
      </TableFrame>
      {next !== null && next !== undefined && (
        <p>
          <Button onClick={() => onMore(next)}>{t('more')}</Button>
        </p>
      )}
    </>
  );
}

function ItemRow({ item, dryRun }: { item: ImportReportItem; dryRun: boolean }) {
  return (
    <tr>
      <td className={`${cellClass} whitespace-nowrap`}>
        <OutcomeMark outcome={item.outcome} />
      </td>
      <th scope="row" className={`${cellClass} max-w-96 min-w-56 font-normal text-muted`}>
        {item.path}
      </th>
      <td className={`${cellClass} min-w-64`}>
        <ItemArticle item={item} dryRun={dryRun} />
      </td>
      <td className={`${cellClass} min-w-64`}>
        <ItemNotes item={item} />
      </td>
    </tr>
  );
}

function ItemArticle({ item, dryRun }: { item: ImportReportItem; dryRun: boolean }) {
  const timeText = useTimeText();
  const title = item.title ?? item.newSlug ?? '';
  const linked = item.article && !(dryRun && item.outcome === 'created');
  return (
    <>
      {linked ? (
        <a
          href={item.article ?? undefined}
          className="inline-block font-serif text-accent underline underline-offset-4 max-md:py-2.5"
        >
          {title || item.article}
        </a>
      ) : (
        <span className="font-serif">{title}</span>
      )}
      <span className="flex flex-wrap gap-x-3 text-xs text-muted">
        {item.publishedAt && <time dateTime={item.publishedAt}>{timeText(item.publishedAt)}</time>}
        {item.category && <span>{item.category.name}</span>}
      </span>
    </>
  );
}

function ItemNotes({ item }: { item: ImportReportItem }) {
  const t = useTranslations('admin');
  return (
    <ul className="grid gap-1 text-xs">
      {item.warnings.map(({ code, message, line }, index) => (
        <li key={index} data-code={code}>
          {message}
          {typeof line === 'number' && <span className="ms-2 text-muted">{t('line', { line })}</span>}
        </li>
      ))}
    </ul>
  );
}
