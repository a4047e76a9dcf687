'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../button';
import { isUnfinished, type ImportReport } from './import-answers';
import { ItemRow } from './item-row';
import type { MendedTexts } from './mended-texts';

interface ItemListProps {
  report: ImportReport;
  /** Whether this is not the first page. */
  hasBefore: boolean;
  onFirst: () => void;
  onNext: (cursor: number) => void;
  onChanged: () => void;
  mended: MendedTexts;
}

/** A page of the report, item by item; each opens in place. */
export function ItemList({ report, hasBefore, onFirst, onNext, onChanged, mended }: ItemListProps) {
  const t = useTranslations('admin');
  const { items, next } = report;
  // Nothing to say before the first file was read.
  if (items.length === 0 && isUnfinished(report)) return null;
  if (items.length === 0) return <p className="text-sm text-muted">{t('noItems')}</p>;
  return (
    <section aria-label={t('reportTable')} className="grid grid-cols-1 gap-3">
      <ol className="border-t border-ink">
        {items.map((item) => (
          <ItemRow key={item.position} item={item} report={report} onChanged={onChanged} mended={mended} />
        ))}
      </ol>
      {(hasBefore || typeof next === 'number') && (
        <p className="flex flex-wrap gap-3">
          {hasBefore && <Button onClick={onFirst}>{t('imports.firstPage')}</Button>}
          {typeof next === 'number' && <Button onClick={() => onNext(next)}>{t('imports.nextPage')}</Button>}
        </p>
      )}
    </section>
  );
}
