import { applyTheme, readChoice, saveChoice, type Theme } from './theme-choice';

/** Makes the theme button of the masthead work: pressed means dark. */
export function startThemeSwitch(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-switch]');
  if (!button) return;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const show = () => {
    button.setAttribute('aria-pressed', String(getTheme(system) === 'dark'));
  };
  button.addEventListener('click', () => {
    const theme = getTheme(system) === 'dark' ? 'light' : 'dark';
    saveChoice(theme);
    applyTheme(theme);
    show();
  });
  system.addEventListener('change', show);
  // Chosen in another tab.
  addEventListener('storage', () => {
    applyTheme(readChoice());
    show();
  });
  show();
  button.hidden = false;
}

function getTheme(system: MediaQueryList): Theme {
  const applied = document.documentElement.dataset['theme'];
  if (applied === 'light' || applied === 'dark') return applied;
  return system.matches ? 'dark' : 'light';
}
