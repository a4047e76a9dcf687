import { useLocale, useTranslations } from 'next-intl';
import { buildPath } from '@/lib/i18n/build-path';
import { buildTagPath } from '@/lib/sharing/build-absolute-url';

export function TagList({ tags }: { tags: string[] }) {
  const t = useTranslations('reader');
  const locale = useLocale();
  if (tags.length === 0) return null;
  return (
    <section aria-labelledby="tags" className="flex flex-wrap items-center gap-x-4 pt-6 text-sm">
      <h2 id="tags" className="text-muted">
        {t('tags')}
      </h2>
      {tags.map((tag) => (
        <a
          key={tag}
          href={buildPath(locale, buildTagPath(tag))}
          className="inline-flex min-h-11 items-center text-accent hover:underline"
        >
          {tag}
        </a>
      ))}
    </section>
  );
}
