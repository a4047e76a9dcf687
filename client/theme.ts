import { applyTheme, readChoice } from './theme-choice';

// Runs in the head, before anything is painted, so that a chosen theme never flashes the other one.
applyTheme(readChoice());
