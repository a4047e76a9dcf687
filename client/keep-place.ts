const storageKey = 'finews-place';
/** What a page is made of, in every language alike; a status stays in sight and is no place. */
const blocks = 'main :is(h1, h2, h3, p, li, tr, figure, pre):not([role=status])';

/**
 * Makes the links to this page in another language (`data-keep-place`) lead to what is being read: they take over
 * what the address asks for, and its anchor while that is in sight; else the page they open scrolls to the same block
 * (`restorePlace`).
 */
export function startKeepPlace(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-keep-place]'))
    link.addEventListener('click', () => {
      const isAtAnchor = isInSight(document.querySelector(':target'));
      link.hash = isAtAnchor ? location.hash : '';
      if (link.search === '') link.search = location.search;
      if (!isAtAnchor) savePlace(link.pathname);
    });
}

function isInSight(element: Element | null): boolean {
  if (!element) return false;
  const { top } = element.getBoundingClientRect();
  return top > -10 && top < innerHeight;
}

function savePlace(path: string): void {
  // At the top there is nothing to keep.
  if (scrollY < 40) return;
  const all = [...document.querySelectorAll(blocks)];
  const index = all.findIndex((block) => block.getBoundingClientRect().bottom > 0);
  const top = all[index]?.getBoundingClientRect().top ?? 0;
  try {
    sessionStorage.setItem(storageKey, `${String(index)} ${String(Math.round(top))} ${path}`);
  } catch {
    // Without storage the page opens at its top.
  }
}

/** Scrolls to the block that was being read in the other language. Before the first paint, or the page would jump. */
export function restorePlace(): void {
  const [, index = '', top = '', path] = /^(\d+) (-?\d+) (.*)$/.exec(takePlace()) ?? [];
  if (path !== location.pathname) return;
  const block = document.querySelectorAll(blocks)[Number(index)];
  if (!block) return;
  scrollTo({ top: scrollY + block.getBoundingClientRect().top - Number(top), behavior: 'instant' });
}

/** Good for one page only: who comes back later starts at the top. */
function takePlace(): string {
  try {
    const place = sessionStorage.getItem(storageKey) ?? '';
    sessionStorage.removeItem(storageKey);
    return place;
  } catch {
    return '';
  }
}
