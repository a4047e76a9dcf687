import { startImageFallback } from './image-fallback';
import { startKeyboard } from './keyboard/start-keyboard';
import { startSwipe } from './keyboard/start-swipe';
import { startKeptNote } from './offline/kept-note';
import { startOfflinePage } from './offline/offline-page';
import { startOffline } from './offline/start-offline';
import { startSettingsPanel } from './settings/settings-panel';
import { startKeepPlace } from './keep-place';
import { startSearchSuggestions } from './search-suggestions';
import { startLive } from './live';
import { startShareButtons } from './share-buttons';
import { startReadMarks } from './stories/read-marks';
import { startReadingWatch } from './stories/reading-watch';
import { startSaveButton } from './stories/save-button';
import { startSavedPage } from './stories/saved-page';

// Loaded after the first paint of every reader page (client/load-reader.ts). All pages are complete without it.
const parts = [
  startKeptNote,
  startReadMarks,
  startSettingsPanel,
  startSaveButton,
  startSavedPage,
  startOfflinePage,
  startShareButtons,
  startImageFallback,
  startKeyboard,
  startSwipe,
  startReadingWatch,
  startKeepPlace,
  startSearchSuggestions,
  startLive,
  startOffline,
  sayReady,
];

// Each in a task of its own: what the reader does meanwhile waits for one of them only.
for (const start of parts) setTimeout(start);

function sayReady(): void {
  document.documentElement.dataset['ready'] = '';
  dispatchEvent(new Event('finews-ready'));
}
