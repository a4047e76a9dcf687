import { dropCopy, keepCopy, keepMissingCopies } from '../offline/keep-copy';
import { listSaved, removeSaved, writeSaved } from './remembered-stories';
import { markRead } from './read-marks';
import { buildRow } from './story-rows';
import type { StorySummary } from './story-summary';

/** Fills the page of saved stories from this browser's memory, newest first. */
export function startSavedPage(): void {
  const list = document.querySelector<HTMLElement>('[data-saved-list]');
  const template = list?.querySelector('template');
  if (!list || !template) return;
  show(list, template);
  keepMissingCopies(listSaved());
  // Saved or removed in another tab, or on a page from which the reader comes back.
  addEventListener('storage', () => show(list, template));
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) show(list, template);
  });
}

function show(list: HTMLElement, template: HTMLTemplateElement): void {
  const stories = listSaved().toReversed();
  for (const row of list.querySelectorAll('li')) row.remove();
  list.append(...stories.map((story) => buildSavedRow(list, template, story)));
  list.hidden = stories.length === 0;
  list.dataset['filled'] = '';
  for (const notice of document.querySelectorAll<HTMLElement>('[data-saved-empty]'))
    notice.hidden = stories.length > 0;
  markRead();
}

function buildSavedRow(list: HTMLElement, template: HTMLTemplateElement, story: StorySummary): HTMLElement {
  const row = buildRow(template, story);
  const button = row.querySelector('button');
  button?.setAttribute('aria-label', `${button.textContent.trim()} ${story.title}`);
  button?.addEventListener('click', () => remove(list, template, story));
  return row;
}

function remove(list: HTMLElement, template: HTMLTemplateElement, story: StorySummary): void {
  const before = listSaved();
  removeSaved(story.slug);
  dropCopy(story.path);
  show(list, template);
  offerUndo(story, () => {
    writeSaved(before);
    keepCopy(story.path);
    show(list, template);
    list.querySelector<HTMLElement>(`a[href$="/${CSS.escape(encodeURIComponent(story.slug))}"]`)?.focus();
  });
}

/** The way back stands where the focus goes, for the removed row took its own away. */
function offerUndo(story: StorySummary, undo: () => void): void {
  const status = document.querySelector<HTMLElement>('[data-removed]');
  const button = document.querySelector<HTMLButtonElement>('[data-undo]');
  if (!status || !button) return;
  status.textContent = (status.dataset['removed'] ?? '').replace('{title}', story.title);
  button.hidden = false;
  button.onclick = () => {
    status.textContent = '';
    button.hidden = true;
    undo();
  };
  button.focus();
}
