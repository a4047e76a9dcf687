import { cacheNames } from '../offline/cache-names';
import { hasCaches } from '../offline/has-caches';
import { applyOffline } from '../offline/start-offline';
import { forgetRead, listReadSlugs } from '../stories/remembered-stories';
import { markRead } from '../stories/read-marks';
import { applySettings, readSetting, saveSetting, settingNames } from './reading-settings';

/** Makes the dialog of the reading settings work. Every choice holds at once, here and in other tabs. */
export function startSettingsPanel(): void {
  const dialog = document.querySelector<HTMLDialogElement>('[data-settings]');
  if (!dialog) return;
  document.querySelector('[data-open-settings]')?.addEventListener('click', () => {
    showChoices(dialog);
    dialog.showModal();
  });
  dialog.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) choose(target);
  });
  dialog.querySelector('[data-forget]')?.addEventListener('click', () => forget(dialog));
  closeOutside(dialog);
  paintBrowser();
  addEventListener('storage', () => {
    applySettings();
    showChoices(dialog);
    paintBrowser();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paintBrowser);
}

/** A press beside the dialog closes it, as one expects of something that lies over the page. */
export function closeOutside(dialog: HTMLDialogElement): void {
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
}

function showChoices(dialog: HTMLDialogElement): void {
  for (const input of dialog.querySelectorAll('input')) {
    const name = settingNames.find((setting) => setting === input.name);
    if (!name) continue;
    const value = readSetting(name) ?? '';
    input.checked = input.type === 'checkbox' ? value === '' : input.value === value;
  }
  const canKeep = 'serviceWorker' in navigator && document.body.dataset['worker'] !== undefined;
  const offline = dialog.querySelector<HTMLElement>('[data-offline-choice]');
  if (offline) offline.hidden = !canKeep;
  showReadCount(dialog);
}

function choose(input: HTMLInputElement): void {
  const name = settingNames.find((setting) => setting === input.name);
  if (!name) return;
  saveSetting(name, input.type !== 'checkbox' ? input.value : input.checked ? undefined : 'off');
  if (name === 'theme') paintBrowser();
  if (name === 'offline') void applyOffline().catch(() => undefined);
}

function showReadCount(dialog: HTMLElement): void {
  const count = dialog.querySelector<HTMLElement>('[data-read-count]');
  if (count)
    count.textContent = (count.dataset['readCount'] ?? '').replace('{count}', String(listReadSlugs().length));
}

function forget(dialog: HTMLElement): void {
  forgetRead();
  if (hasCaches()) void caches.delete(cacheNames.stories).catch(() => undefined);
  markRead();
  showReadCount(dialog);
}

/** The bars of the browser around the page take the colour of the paper, also when it is not the system's. */
function paintBrowser(): void {
  const color = getComputedStyle(document.documentElement).backgroundColor;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]'))
    meta.content = color;
}
