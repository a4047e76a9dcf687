import { listReadSlugs } from './remembered-stories';
import { findSlug } from './story-summary';

/**
 * Marks the headlines of stories that were read here, in every list of the page, also those that come later, and
 * after reading in another tab or coming back from the story.
 */
export function startReadMarks(): void {
  const main = document.querySelector('main');
  if (!main) return;
  markRead();
  new MutationObserver(markRead).observe(main, { childList: true, subtree: true });
  addEventListener('storage', markRead);
  // The page of before, out of the browser's memory, has not seen what was read since.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) markRead();
  });
}

/** Shows what is read now: the style sheet draws the mark, whose words come from the page. */
export function markRead(): void {
  const read = new Set(listReadSlugs());
  const label = document.body.dataset['readLabel'] ?? '';
  for (const link of document.querySelectorAll<HTMLAnchorElement>('main a.story-link')) {
    if (read.has(findSlug(link.pathname) ?? '')) link.dataset['read'] = label;
    else Reflect.deleteProperty(link.dataset, 'read');
  }
}
