import { useTranslations } from 'next-intl';
import { StoryLink } from '@/components/lists/story-link';
import { SectionTitle } from '@/components/ui/section-title';
import { TimeStamp } from '@/components/ui/time-stamp';
import type { ArticleSummary } from '@/lib/articles/article';

export function RelatedStories({ items }: { items: ArticleSummary[] }) {
  const t = useTranslations('reader');
  if (items.length === 0) return null;
  return (
    <aside aria-labelledby="related" className="no-print">
      <SectionTitle id="related">{t('related')}</SectionTitle>
      <ul>
        {items.map((story) => (
          <li key={story.slug} className="border-t border-hairline pt-2 pb-1">
            <TimeStamp date={story.publishedAt} className="text-xs text-faint" />
            <StoryLink story={story} className="block py-2.5 text-sm font-semibold" />
          </li>
        ))}
      </ul>
    </aside>
  );
}
