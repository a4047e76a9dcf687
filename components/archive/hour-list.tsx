import { useTimeZone, useTranslations } from 'next-intl';
import { collapseStories } from '@/components/lists/collapse-stories';
import { getOrigin } from '@/components/lists/get-origin';
import { OtherReports } from '@/components/lists/other-reports';
import { StoryLink } from '@/components/lists/story-link';
import { TimeStamp } from '@/components/ui/time-stamp';
import type { ArticleSummary } from '@/lib/articles/article';
import { groupByHour, type TimedStory } from './group-by-hour';
import { minuteAnchor } from './minute-form';

interface HourListProps {
  items: ArticleSummary[];
  /** Slug of the story nearest to `minute`. */
  nearest: string | null;
  minute: string | undefined;
}

/** The stories of a day under the hours in which they came. */
export function HourList({ items, nearest, minute }: HourListProps) {
  const t = useTranslations('archive');
  const timeZone = useTimeZone() ?? 'UTC';
  const rows = collapseStories(items);
  // Where it has no row of its own, the row that lists it.
  const nearestRow = rows.find(({ slug, others = [] }) =>
    [slug, ...others.map((other) => other.slug)].some((each) => each === nearest),
  );
  return groupByHour(rows, timeZone).map(({ hour, stories }, at) => (
    <section key={`${hour}-${at}`} aria-labelledby={`h-${hour}-${at}`} className="pb-3">
      <h2 id={`h-${hour}-${at}`} className="border-t border-ink pt-2 text-xs font-semibold">
        {t('hour', { hour })}
      </h2>
      <ol>
        {stories.map((timed) => (
          <HourRow
            key={timed.story.slug}
            timed={timed}
            minute={timed.story === nearestRow ? minute : undefined}
            open={timed.story === nearestRow && timed.story.slug !== nearest}
          />
        ))}
      </ol>
    </section>
  ));
}

interface HourRowProps {
  timed: TimedStory;
  /** Set on the story that is nearest to it. */
  minute: string | undefined;
  /** The nearest is another outlet's report, listed inside this row. */
  open: boolean;
}

function HourRow({ timed: { story, anchor }, minute, open }: HourRowProps) {
  const t = useTranslations('archive');
  return (
    <li
      id={anchor}
      className={`-mx-2 grid scroll-mt-4 grid-cols-[3.25rem_minmax(0,1fr)] items-start border-t border-hairline px-2 first:border-t-0 target:bg-wash ${minute === undefined ? '' : 'bg-wash'}`}
    >
      <TimeStamp date={story.publishedAt} show="clock" className="beside-headline text-xs text-muted" />
      <div>
        <div className="lg:flex lg:items-baseline lg:justify-between lg:gap-x-8">
          {minute !== undefined && (
            <span
              id={minuteAnchor}
              className="block scroll-mt-24 pt-2 text-xs text-muted lg:order-last lg:shrink-0"
            >
              {t('nearest', { minute })}
            </span>
          )}
          <StoryLink story={story} className="block py-2.5 text-base font-semibold" />
          <p className="pb-2.5 text-xs text-faint lg:max-w-56 lg:shrink-0 lg:text-end">{getOrigin(story)}</p>
        </div>
        <OtherReports story={story} open={open} />
      </div>
    </li>
  );
}
