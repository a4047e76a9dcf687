import { useLocale, useTranslations } from 'next-intl';
import type { ShownName } from '@/lib/articles/show-names';
import { buildPath } from '@/lib/i18n/build-path';
import { buildTagPath } from '@/lib/sharing/build-absolute-url';

export function TagList({ tags }: { tags: ShownName[] }) {
  const t = useTranslations('reader');
  const locale = useLocale();
  if (tags.length === 0) return null;
  return (
    <section aria-labelledby="tags" className="flex flex-wrap items-center gap-x-4 pt-6 text-sm">
      <h2 id="tags" className="text-muted">
        {t('tags')}
      </h2>
      {tags.map(({ key, name }) => (
        <a
          key={key}
          href={buildPath(locale, buildTagPath(key))}
          className="inline-flex min-h-11 items-center text-accent hover:underline"
        >
          {name}
        </a>
      ))}
    </section>
  );
}
