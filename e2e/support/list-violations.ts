import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** axe's rules of WCAG AA about colours; its tag `cat.color` would bring one of AAA as well. */
const colourRules = ['color-contrast', 'link-in-text-block'];

export interface Violation {
  path: string;
  id: string;
  targets: string[];
}

/**
 * What axe finds in the page as it is now. With `only: 'colours'` it runs the rules that a theme can break: the dark page
 * is the light one but for its colours.
 */
export async function listViolations(page: Page, only?: 'colours'): Promise<Violation[]> {
  // Without frames of other hosts, axe needs no second window to add up what it found.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (only === 'colours' ? axe.withRules(colourRules) : axe).analyze();
  const { pathname, search } = new URL(page.url());
  return violations.map(({ id, nodes }) => ({
    path: decodeURI(pathname + search),
    id,
    targets: nodes.map(({ target }) => target.join(' ')),
  }));
}
