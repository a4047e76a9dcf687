import { useLocale, useTimeZone } from 'next-intl';
import { TimeStamp } from '@/components/ui/time-stamp';
import type { ArticleSummary } from '@/lib/articles/article';
import { formatLongDate, formatWeekday } from '@/lib/i18n/format-date';
import { getOrigin } from './get-origin';
import { groupByDay } from './group-by-day';
import { OtherReports } from './other-reports';
import { StoryDigest } from './story-digest';
import { StoryLink } from './story-link';

interface StoryStreamProps {
  items: ArticleSummary[];
  /** How many of the first ones show their digest. */
  digests: number;
}

/** Stories in the order of time, under the day they came, the hour in a rail on the left. */
export function StoryStream({ items, digests }: StoryStreamProps) {
  const timeZone = useTimeZone() ?? 'UTC';
  const told = new Set(items.slice(0, digests));
  return groupByDay(items, timeZone).map(({ day, items: stories }) => (
    <section key={day} aria-labelledby={`day-${day}`} className="pb-3">
      <DayTitle id={`day-${day}`} date={stories[0]?.publishedAt} />
      <ol>
        {stories.map((story) => (
          <StreamRow key={story.slug} story={story} withDigest={told.has(story)} />
        ))}
      </ol>
    </section>
  ));
}

function DayTitle({ id, date }: { id: string; date: Date | undefined }) {
  const locale = useLocale();
  const timeZone = useTimeZone() ?? 'UTC';
  if (!date) return null;
  return (
    <h3 id={id} className="border-t border-ink pt-2 text-xs text-muted">
      <span className="font-semibold text-ink">{formatLongDate(date, timeZone, locale)}</span>
      <span className="ms-3">{formatWeekday(date, timeZone, locale)}</span>
    </h3>
  );
}

function StreamRow({ story, withDigest }: { story: ArticleSummary; withDigest: boolean }) {
  return (
    <li className="grid grid-cols-[3.25rem_minmax(0,1fr)] items-start border-t border-hairline pb-2.5 first:border-t-0">
      <TimeStamp date={story.publishedAt} show="clock" className="beside-headline text-xs text-muted" />
      <div>
        <StoryLink story={story} className="block pt-2.5 pb-2 text-base font-semibold" />
        {withDigest && <StoryDigest story={story} className="mb-1.5 line-clamp-2 text-sm text-muted" />}
        <p className="text-xs text-faint">{getOrigin(story)}</p>
        <OtherReports story={story} />
      </div>
    </li>
  );
}
