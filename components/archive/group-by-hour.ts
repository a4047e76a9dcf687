import type { ArticleSummary } from '@/lib/articles/article';
import { formatClock } from '@/lib/i18n/format-date';

/** A story and the anchor of its minute, where it is the first of that minute on the page. */
export interface TimedStory {
  story: ArticleSummary;
  /** `t-14-57` */
  anchor: string | undefined;
}

export interface StoryHour {
  /** `14` on the clock of the zone. */
  hour: string;
  stories: TimedStory[];
}

/** Splits the stories of a day, newest first, by the hours of the clock in `timeZone`. Each minute has one anchor. */
export function groupByHour(items: readonly ArticleSummary[], timeZone: string): StoryHour[] {
  const hours: StoryHour[] = [];
  const given = new Set<string>();
  for (const story of items) {
    const clock = formatClock(story.publishedAt, timeZone);
    const hour = clock.slice(0, 2);
    const anchor = `t-${clock.replace(':', '-')}`;
    const timed = { story, anchor: given.has(anchor) ? undefined : anchor };
    given.add(anchor);
    const last = hours.at(-1);
    if (last?.hour === hour) last.stories.push(timed);
    else hours.push({ hour, stories: [timed] });
  }
  return hours;
}
