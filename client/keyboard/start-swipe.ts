import { isOn } from '../settings/reading-settings';
import { openNeighbour } from './open-neighbour';
import { readSwipe } from './read-swipe';

/**
 * On a story, a level stroke of one finger opens the older (leftwards) or the newer one, as pages are turned. The links
 * at the end of the story do the same (WCAG 2.2, 2.5.1). Nothing moves along, so there is nothing to reduce.
 */
export function startSwipe(): void {
  const article = document.querySelector<HTMLElement>('article[data-story]');
  let start: { x: number; y: number; at: number } | undefined;
  article?.addEventListener('touchstart', begin, { passive: true });
  article?.addEventListener('touchend', end, { passive: true });
  article?.addEventListener('touchcancel', () => (start = undefined), { passive: true });

  function begin({ touches, target, timeStamp }: TouchEvent): void {
    const touch = touches[0];
    const isPlain =
      touches.length === 1 && !!touch && isOn('swipe') && !isZoomed() && !scrollsSideways(target);
    start = isPlain ? { x: touch.clientX, y: touch.clientY, at: timeStamp } : undefined;
  }

  function end({ changedTouches, timeStamp }: TouchEvent): void {
    const touch = changedTouches[0];
    const from = start;
    start = undefined;
    // A long press that selects text ends with a stroke, too.
    if (!from || !touch || getSelection()?.isCollapsed === false) return;
    const swipe = readSwipe({
      dx: touch.clientX - from.x,
      dy: touch.clientY - from.y,
      ms: timeStamp - from.at,
      startX: from.x,
      width: innerWidth,
    });
    if (swipe) openNeighbour(swipe === 'left' ? 'older' : 'newer');
  }
}

/** Zoomed in with two fingers, a stroke moves the view. */
function isZoomed(): boolean {
  return (visualViewport?.scale ?? 1) > 1.01;
}

/** Whether the finger is on something that scrolls sideways itself: a wide table, for one. */
function scrollsSideways(target: EventTarget | null): boolean {
  for (let element = target instanceof Element ? target : null; element; element = element.parentElement) {
    if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible')
      return true;
  }
  return false;
}
