import { useTranslations } from 'next-intl';
import { StoryLink } from '@/components/lists/story-link';
import { SectionTitle } from '@/components/ui/section-title';
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
    <nav aria-labelledby="neighbours" className="no-print">
      <SectionTitle id="neighbours">{t('neighbours', { name: category })}</SectionTitle>
      <div className="grid grid-cols-1 gap-x-8 sm:grid-cols-2 lg:grid-cols-1">
        {older !== null && <Neighbour which="older" label={t('olderStory')} story={older} />}
        {newer !== null && <Neighbour which="newer" label={t('newerStory')} story={newer} />}
      </div>
    </nav>
  );
}

interface NeighbourProps {
  /** For the keys and strokes of client/keyboard. */
  which: 'older' | 'newer';
  label: string;
  story: ArticleSummary;
}

function Neighbour({ which, label, story }: NeighbourProps) {
  return (
    <div
      data-neighbour={which}
      className="border-t border-hairline pt-2 sm:only:col-span-2 lg:only:col-span-1"
    >
      <p className="text-xs text-muted">{label}</p>
      <StoryLink story={story} className="block py-2.5 text-sm font-semibold" />
    </div>
  );
}
