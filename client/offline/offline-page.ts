import { listOpened, listSaved } from '../stories/remembered-stories';
import { buildRow, fill } from '../stories/story-rows';
import type { StorySummary } from '../stories/story-summary';
import { markRead } from '../stories/read-marks';
import { findCopy } from './copies';
import { formatMoment } from './format-moment';
import { hasCaches } from './has-caches';

/** Lists on /offline what can be read without network: saved stories, then the opened ones, the newest first. */
export function startOfflinePage(): void {
  const list = document.querySelector<HTMLElement>('[data-kept-list]');
  const template = list?.querySelector('template');
  if (!list || !template) return;
  void show(list, template).catch(() => undefined);
}

async function show(list: HTMLElement, template: HTMLTemplateElement): Promise<void> {
  const stories = hasCaches() ? uniqueStories() : [];
  const found = await Promise.all(
    stories.map(async (story) => ({ story, copy: await findCopy(story.path, ['stories', 'saved']) })),
  );
  const rows = found.flatMap(({ story, copy }) => (copy ? [buildKeptRow(list, template, story, copy)] : []));
  list.append(...rows);
  list.hidden = rows.length === 0;
  list.dataset['filled'] = '';
  for (const notice of document.querySelectorAll<HTMLElement>('[data-kept-empty]'))
    notice.hidden = rows.length > 0;
  markRead();
}

function uniqueStories(): StorySummary[] {
  const newestFirst = [...listSaved().toReversed(), ...listOpened().toReversed()];
  return [...new Map(newestFirst.map((story) => [story.path, story])).values()];
}

function buildKeptRow(
  list: HTMLElement,
  template: HTMLTemplateElement,
  story: StorySummary,
  copy: Response,
): HTMLElement {
  const row = buildRow(template, story, story.path);
  const made = new Date(copy.headers.get('date') ?? '');
  const text = Number.isNaN(made.getTime()) ? '' : formatMoment(made, list.dataset['zone']);
  fill(row, '[data-kept-time]', text === '' ? '' : (list.dataset['keptList'] ?? '').replace('{time}', text));
  return row;
}
