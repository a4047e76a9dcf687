import type { StorySummary } from './story-summary';

/**
 * A row of a list that only this browser knows, from the page's `<template>`. The link leads to the story in the
 * page's language, or to `path` where a certain copy is meant.
 */
export function buildRow(template: HTMLTemplateElement, story: StorySummary, path?: string): HTMLElement {
  const row = document.createElement('li');
  row.append(template.content.cloneNode(true));
  const link = row.querySelector<HTMLAnchorElement>('a');
  if (link) {
    link.href = path ?? link.pathname + encodeURIComponent(story.slug);
    link.textContent = story.title;
    link.lang = story.language;
  }
  // Not in the template: a <time> that says no time is not valid HTML.
  const time = document.createElement('time');
  time.dateTime = story.time;
  time.textContent = story.timeText;
  row.querySelector('[data-time]')?.append(time);
  fill(row, '[data-source]', story.source);
  return row;
}

/** Puts a text where a row has its place, or takes the place away where there is none. */
export function fill(row: HTMLElement, selector: string, text: string): void {
  const place = row.querySelector(selector);
  if (text === '') place?.remove();
  else if (place) place.textContent = text;
}
