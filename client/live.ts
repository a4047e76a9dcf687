import { LiveLine } from './live-line';
import { LiveLink } from './live-link';
import { LivePage } from './live-page';

/** After the page is whole and its own traffic is over: what happens until then is told all the same. */
const startMs = 1200;

/** Lets a page that names its topics learn of new, changed and withdrawn stories. Nothing moves by itself. */
export function startLive(): void {
  const main = document.querySelector<HTMLElement>('[data-live-topics]');
  const line = main && LiveLine.find(main);
  if (!main || !line) return;
  const page = new LivePage(main, line);
  line.focusAfterShow();
  const link = new LiveLink({
    topics: (main.dataset['liveTopics'] ?? '').split('\n'),
    since: Number(main.dataset['liveSince']),
    onEvent: (event) => page.take(event),
    onReset: () => page.look(),
  });
  const start = () => setTimeout(() => link.start(), startMs);
  if (document.readyState === 'complete') start();
  else addEventListener('load', start);
}
