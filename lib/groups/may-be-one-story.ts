import type { StoryText } from './story-text';
import { windowMs } from './story-marks';

/** What of an article decides whether it is compared with another at all. */
export interface StoryFacts {
  publishedAt: Date;
  /** BCP 47. */
  language: string;
  sourceName: string | null;
  categoryId: number | null;
  /** Absent where it was not read yet. */
  text?: Pick<StoryText, 'isOfToday'>;
}

const dayMs = 86_400_000;
/**
 * Whether two articles could be one story told by two outlets: published within three days (flashes that speak of
 * "today": within one), in one language, and not by one source in one category.
 */
export function mayBeOneStory(one: StoryFacts, other: StoryFacts): boolean {
  const apart = Math.abs(one.publishedAt.getTime() - other.publishedAt.getTime());
  const isOneOutlet =
    one.categoryId === other.categoryId && foldName(one.sourceName) === foldName(other.sourceName);
  if (isOneOutlet || apart > windowMs) return false;
  if (foldLanguage(one.language) !== foldLanguage(other.language)) return false;
  const isOfToday = one.text?.isOfToday === true && other.text?.isOfToday === true;
  return apart <= dayMs || !isOfToday;
}

function foldName(name: string | null): string {
  return (name ?? '').normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
}

/** Two translations are two texts, also those in the two Chinese scripts. */
function foldLanguage(language: string): string {
  const tag = language.toLowerCase();
  return /^zh-(?:tw|hk|mo|hant)\b/.test(tag) ? 'zh-hant' : tag.replace(/-.*$/, '');
}
