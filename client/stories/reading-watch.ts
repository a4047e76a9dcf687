import { addOpened, addReadSlug } from './remembered-stories';
import { findThisStory } from './this-story';

/** A story counts as read when its end was on the screen and it was open for two seconds, or after twenty. */
const glanceMs = 2000;
const readMs = 20_000;

/** Remembers the story of this page as opened, and as read once it was. Time in a hidden tab does not count. */
export function startReadingWatch(): void {
  const story = findThisStory();
  const body = document.querySelector('.article-body');
  if (!story || !body) return;
  addOpened(story);
  let hasSeenEnd = false;
  let shownMs = 0;
  let shownSince = document.hidden ? undefined : performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function check(): void {
    clearTimeout(timer);
    const shown = shownMs + (shownSince === undefined ? 0 : performance.now() - shownSince);
    const left = (hasSeenEnd ? glanceMs : readMs) - shown;
    if (left <= 0) finish();
    else if (shownSince !== undefined) timer = setTimeout(check, left + 1);
  }

  function noteVisibility(): void {
    if (shownSince !== undefined) shownMs += performance.now() - shownSince;
    shownSince = document.hidden ? undefined : performance.now();
    check();
  }

  const observer = new IntersectionObserver((entries) => {
    hasSeenEnd ||= entries.some(({ isIntersecting }) => isIntersecting);
    check();
  });

  function finish(): void {
    observer.disconnect();
    document.removeEventListener('visibilitychange', noteVisibility);
    if (story) addReadSlug(story.slug);
  }

  observer.observe(body.lastElementChild ?? body);
  document.addEventListener('visibilitychange', noteVisibility);
  check();
}
