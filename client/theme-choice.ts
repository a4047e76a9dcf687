export type Theme = 'light' | 'dark';

const storageKey = 'finews-theme';

/** What the reader chose earlier on this device. Storage may be forbidden: then nothing was chosen. */
export function readChoice(): Theme | undefined {
  try {
    const choice = localStorage.getItem(storageKey);
    return choice === 'light' || choice === 'dark' ? choice : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers the choice as far as the browser allows. */
export function saveChoice(theme: Theme): void {
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    // Without storage the choice holds for this page.
  }
}

/** Paints the page in a theme; without a choice the system's preference decides, in the style sheet. */
export function applyTheme(theme: Theme | undefined): void {
  if (theme) document.documentElement.dataset['theme'] = theme;
}
