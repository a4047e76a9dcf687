'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Button } from './button';
import { sumSizes, type PickedFile } from './picked-file';

const shown = 200;

/** How many files were chosen and how large they are together. */
export function PickedCount({ picked }: { picked: PickedFile[] }) {
  const t = useTranslations('admin');
  const size = useSizeText();
  return (
    <p role="status" className="text-sm font-semibold">
      {t('picked', { count: picked.length, size: size(sumSizes(picked)) })}
    </p>
  );
}

interface PickedListProps {
  picked: PickedFile[];
  onChange: (picked: PickedFile[]) => void;
}

/** What was chosen so far; a long list is cut, its count is not. */
export function PickedList({ picked, onChange }: PickedListProps) {
  const t = useTranslations('admin');
  const size = useSizeText();
  return (
    <section aria-label={t('pickedTitle')} className="grid gap-3">
      <ul aria-label={t('pickedTitle')} className="max-h-96 overflow-auto border-y border-hairline text-sm">
        {picked.slice(0, shown).map(({ path, file }) => (
          <li key={path} className="flex items-center gap-4 border-b border-hairline py-1 last:border-0">
            <span className="min-w-0 flex-1">{path}</span>
            <span className="text-xs text-muted">{size(file.size)}</span>
            <button
              type="button"
              onClick={() => onChange(picked.filter((each) => each.path !== path))}
              aria-label={t('removeFile', { path })}
              className="min-h-11 min-w-11 cursor-pointer text-muted hover:text-danger md:min-h-8 md:min-w-8"
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      {picked.length > shown && (
        <p className="text-xs text-muted">{t('pickedMore', { count: picked.length - shown })}</p>
      )}
      <p>
        <Button onClick={() => onChange([])}>{t('removeAll')}</Button>
      </p>
    </section>
  );
}

function useSizeText(): (bytes: number) => string {
  const format = useFormatter();
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  return (bytes) => {
    const step = Math.min(3, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
    return format.number(bytes / 1000 ** step, {
      style: 'unit',
      unit: units[step],
      maximumFractionDigits: 1,
    });
  };
}
