import { dropCopy, keepCopy } from '../offline/keep-copy';
import { addSaved, isSaved, removeSaved } from './remembered-stories';
import { findThisStory } from './this-story';

/** Makes the button of a story work: pressed means on the reader's list, also when another tab put it there. */
export function startSaveButton(): void {
  const button = findButton();
  const story = findThisStory();
  if (!button || !story) return;
  const show = () => {
    button.setAttribute('aria-pressed', String(isSaved(story.slug)));
  };
  button.addEventListener('click', () => {
    const wasSaved = isSaved(story.slug);
    if (wasSaved) removeSaved(story.slug);
    else addSaved(story);
    (wasSaved ? dropCopy : keepCopy)(story.path);
    show();
    // Storage may be forbidden or full: what is said is what is true.
    say(isSaved(story.slug) === wasSaved ? 'failed' : wasSaved ? 'removed' : 'saved');
  });
  addEventListener('storage', show);
  addEventListener('pageshow', show);
  show();
}

/** Presses the button, as the key `s` does. */
export function toggleSaved(): void {
  findButton()?.click();
}

function findButton(): HTMLButtonElement | null {
  return document.querySelector<HTMLButtonElement>('[data-save]');
}

function say(what: 'saved' | 'removed' | 'failed'): void {
  const status = document.querySelector<HTMLElement>('[data-save-status]');
  if (status) status.textContent = status.dataset[what] ?? '';
}
