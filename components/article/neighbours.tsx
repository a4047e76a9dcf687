import { useTranslations } from 'next-intl';
import { StoryLink } from '@/components/lists/story-link';
import type { ArticleSummary } from '@/lib/articles/article';

interface NeighboursProps {
  category: string;
  older: ArticleSummary | null;
  newer: ArticleSummary | null;
}

/** The stories just before and after this one in its category. */
export function Neighbours({ category, older, newer }: NeighboursProps) {
  const t = useTranslations('reader');
  if (older === null && newer === null) return null;
  return (
    <nav
      aria-label={t('neighbours', { name: category })}
      className="no-print mt-8 grid grid-cols-1 gap-x-8 border-t border-hairline pt-3 sm:grid-cols-2"
    >
      {older !== null && <Neighbour label={t('olderStory')} story={older} />}
      {newer !== null && <Neighbour label={t('newerStory')} story={newer} />}
    </nav>
  );
}

function Neighbour({ label, story }: { label: string; story: ArticleSummary }) {
  return (
    <div className="pb-2 sm:last:col-start-2">
      <p className="text-xs text-muted">{label}</p>
      <StoryLink story={story} className="block py-2.5 text-base font-semibold" />
    </div>
  );
}
