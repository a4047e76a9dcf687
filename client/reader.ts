import { startImageFallback } from './image-fallback';
import { startLive } from './live';
import { startShareButtons } from './share-buttons';
import { startThemeSwitch } from './theme-switch';

// Loaded with `defer` on every reader page. All pages are complete without it.
startThemeSwitch();
startShareButtons();
startImageFallback();
startLive();
