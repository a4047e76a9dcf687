import { useTimeZone, useTranslations } from 'next-intl';
import type { ArticleVersionChange } from '@/lib/articles/article-history-store';
import { formatDateTime } from '@/lib/i18n/format-date';

interface ChangedFieldProps {
  field: ArticleVersionChange['fields'][number];
  /** `lang` of the story's own words, where it differs from the page's. */
  language: string | undefined;
}

/** A short field before and after, one under the other. */
export function ChangedField({ field: { name, before, after }, language }: ChangedFieldProps) {
  const t = useTranslations('changes');
  const timeZone = useTimeZone() ?? 'UTC';
  const show = (value: string | Date | null) => {
    if (value === null) return t('empty');
    return value instanceof Date ? formatDateTime(value, timeZone) : value;
  };
  return (
    <div className="text-base">
      <h3 className="text-xs text-muted">{t(`fields.${name}`)}</h3>
      <p>
        <del className="text-faint line-through decoration-2">
          <span className="sr-only">{t('removedMark')}</span>
          <span lang={language}>{show(before)}</span>
        </del>
      </p>
      <p>
        <ins className="bg-wash font-semibold text-accent underline decoration-2 underline-offset-4">
          <span className="sr-only">{t('addedMark')}</span>
          <span lang={language}>{show(after)}</span>
        </ins>
      </p>
    </div>
  );
}
