import { TimeStamp } from '@/components/ui/time-stamp';
import type { ArticleSummary } from '@/lib/articles/article';
import { collapseStories } from './collapse-stories';
import { getOrigin } from './get-origin';
import { OtherReports } from './other-reports';
import { StoryLink } from './story-link';

interface StoryListProps {
  items: ArticleSummary[];
  /** Left out of the line under each headline, because the whole list is of it. */
  hideCategory?: boolean;
}

/** Stories with date and time, one under the other, as on the index of a category. */
export function StoryList({ items, hideCategory = false }: StoryListProps) {
  return (
    <ol className="border-b border-hairline">
      {collapseStories(items).map((story) => (
        <li
          key={story.slug}
          className="grid grid-cols-1 border-t border-hairline pt-2 md:grid-cols-[10rem_minmax(0,1fr)] md:items-start md:gap-x-4 md:pt-0"
        >
          <TimeStamp date={story.publishedAt} className="text-xs text-muted md:beside-headline" />
          <div>
            <div className="lg:flex lg:items-baseline lg:justify-between lg:gap-x-8">
              <StoryLink story={story} className="block pt-2 pb-2.5 text-base font-semibold md:pt-2.5" />
              <Origin story={story} hideCategory={hideCategory} />
            </div>
            <OtherReports story={story} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Origin({ story, hideCategory }: { story: ArticleSummary; hideCategory: boolean }) {
  const origin = getOrigin(story);
  if (origin === '' || (hideCategory && origin === story.category?.name)) return null;
  return (
    <p className="pb-2.5 text-xs text-faint lg:max-w-56 lg:shrink-0 lg:text-end">
      {hideCategory ? story.sourceName : origin}
    </p>
  );
}
