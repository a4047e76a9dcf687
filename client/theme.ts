import { restorePlace } from './keep-place';
import { loadReader } from './load-reader';
import { applySettings } from './settings/reading-settings';

// Runs in the head, before anything is painted: a chosen theme, size or width never flashes the other one, and what
// only works by script has its place from the first moment.
const { currentScript } = document;
const version = currentScript instanceof HTMLScriptElement ? new URL(currentScript.src).search : '';
document.documentElement.dataset['script'] = '';
applySettings();
addEventListener('DOMContentLoaded', () => {
  restorePlace();
  loadReader(version);
});
