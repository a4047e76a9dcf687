/**
 * Loads everything else once the page has been painted: on a slow line and a slow phone it would cost the text a quarter
 * of a second. A button that is pressed before is pressed again when it works;
 * those that send a form need no script. `version` is the query of its address.
 */
export function loadReader(version: string): void {
  let pressed: HTMLElement | undefined;
  const remember = ({ target }: Event) => {
    pressed =
      (target instanceof Element && target.closest<HTMLElement>('button[type="button"]')) || undefined;
  };
  addEventListener('click', remember, true);
  addEventListener(
    'finews-ready',
    () => {
      removeEventListener('click', remember, true);
      pressed?.click();
    },
    { once: true },
  );
  whenPainted(() => append(version));
}

/** Once text is on the screen; in a tab that was opened behind others, when it is looked at. */
function whenPainted(then: () => void): void {
  if (!PerformanceObserver.supportedEntryTypes.includes('paint')) {
    requestAnimationFrame(() => setTimeout(then));
    return;
  }
  const observer = new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length === 0) return;
    observer.disconnect();
    then();
  });
  observer.observe({ type: 'paint', buffered: true });
}

function append(version: string): void {
  const script = document.createElement('script');
  script.src = `/assets/reader.js${version}`;
  document.head.append(script);
}
