import type { ArticleSummary } from '@/lib/articles/article';
import { formatDay } from '@/lib/i18n/format-date';

export interface StoryDay {
  /** `2022-02-18` in the zone. */
  day: string;
  items: ArticleSummary[];
}

/** Splits a list, newest first, where the day changes in `timeZone`; keeps its order. */
export function groupByDay(items: ArticleSummary[], timeZone: string): StoryDay[] {
  const days: StoryDay[] = [];
  for (const item of items) {
    const day = formatDay(item.publishedAt, timeZone);
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days;
}
