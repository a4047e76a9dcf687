import { startImageFallback } from './image-fallback';
import { startKeyboard } from './keyboard/start-keyboard';
import { startSwipe } from './keyboard/start-swipe';
import { startKeptNote } from './offline/kept-note';
import { startOfflinePage } from './offline/offline-page';
import { startOffline } from './offline/start-offline';
import { startSettingsPanel } from './settings/settings-panel';
import { startKeepPlace } from './keep-place';
import { startShareButtons } from './share-buttons';
import { startReadMarks } from './stories/read-marks';
import { startReadingWatch } from './stories/reading-watch';
import { startSaveButton } from './stories/save-button';
import { startSavedPage } from './stories/saved-page';

// Loaded with `defer` on every reader page. All pages are complete without it.
startKeptNote();
startReadMarks();
startSettingsPanel();
startSaveButton();
startSavedPage();
startOfflinePage();
startShareButtons();
startImageFallback();
startKeyboard();
startSwipe();
startReadingWatch();
startOffline();
startKeepPlace();
