import type { StorySummary } from './story-summary';

/** The story that this page shows, read off the page; undefined on every other page. */
export function findThisStory(): StorySummary | undefined {
  const article = document.querySelector<HTMLElement>('article[data-story]');
  const heading = article?.querySelector('h1');
  const time = article?.querySelector('time');
  if (!article || !heading || !time) return undefined;
  return {
    slug: article.dataset['story'] ?? '',
    title: heading.textContent.trim(),
    source: article.dataset['source'] ?? '',
    language: heading.lang || document.documentElement.lang,
    time: time.dateTime,
    timeText: time.textContent,
    path: location.pathname,
  };
}
