import { closeOutside } from '../settings/settings-panel';
import { isOn } from '../settings/reading-settings';
import { toggleSaved } from '../stories/save-button';
import { chooseStory } from './choose-story';
import { openNeighbour } from './open-neighbour';
import { type KeyAction, type KeyState, readKey } from './read-key';

const fields = 'input, textarea, select, [contenteditable], dialog[open]';

/** Serves the keys of the reader pages, unless they are switched off (WCAG 2.2, 2.1.4). */
export function startKeyboard(): void {
  let state: KeyState;
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || !isOn('keys')) return;
    const step = readKey(state, {
      key: event.key,
      hasModifier: event.ctrlKey || event.altKey || event.metaKey,
      isTyping: event.isComposing || isTyping(event.target),
      at: Date.now(),
    });
    state = step.state;
    if (step.action !== undefined && act(step.action)) event.preventDefault();
  });
  const dialog = findHelp();
  if (!dialog) return;
  closeOutside(dialog);
  for (const opener of document.querySelectorAll('[data-open-keys]'))
    opener.addEventListener('click', () => {
      opener.closest('dialog')?.close();
      dialog.showModal();
    });
}

function isTyping(target: EventTarget | null): boolean {
  // A dialog that lies over the page has the keys to itself, wherever the focus is.
  return (
    (target instanceof Element && target.closest(fields) !== null) ||
    document.querySelector('dialog[open]') !== null
  );
}

/** Does what a key asks for; false where this page has nothing of the kind, and the key keeps its own meaning. */
function act(action: KeyAction): boolean {
  const isStory = document.querySelector('article[data-story]') !== null;
  switch (action) {
    case 'next':
      return isStory ? openNeighbour('older') : moveTo(1);
    case 'previous':
      return isStory ? openNeighbour('newer') : moveTo(-1);
    case 'right':
      return isStory && openNeighbour('older');
    case 'left':
      return isStory && openNeighbour('newer');
    case 'open':
      return press(document.activeElement?.closest<HTMLElement>('a.story-link'));
    case 'search':
      return focusSearch();
    case 'help':
      findHelp()?.showModal();
      return true;
    case 'save':
      if (isStory) toggleSaved();
      return isStory;
    default:
      return press(findHelp()?.querySelector<HTMLElement>(`[data-key="${action}"]`));
  }
}

function findHelp(): HTMLDialogElement | null {
  return document.querySelector<HTMLDialogElement>('[data-keys]');
}

function press(element: HTMLElement | null | undefined): boolean {
  element?.click();
  return !!element;
}

function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('input[type="search"]');
  field?.focus();
  field?.select();
  return !!field;
}

/** Puts the focus on the next headline and brings it into the window; nothing glides. */
function moveTo(step: 1 | -1): boolean {
  const links = Array.from(document.querySelectorAll<HTMLElement>('main a.story-link'));
  const seen = links.filter((link) => link.offsetParent !== null);
  const current = seen.findIndex((link) => link === document.activeElement);
  const bottoms = seen.map((link) => link.getBoundingClientRect().bottom);
  const link = seen[chooseStory(bottoms, current, step) ?? -1];
  link?.focus({ preventScroll: true });
  link?.scrollIntoView({ block: 'nearest' });
  return !!link;
}
