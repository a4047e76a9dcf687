import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** axe's rules of WCAG AA about colours; its tag `cat.color` would bring one of AAA as well. */
const colourRules = ['color-contrast', 'link-in-text-block'];

export interface Violation {
  path: string;
  id: string;
  targets: string[];
}

/**
 * What axe finds in the page as it is now; its context must bypass the page's policy of scripts. With `only: 'colours'` it
 * runs the rules that a theme can break: the dark page is the light one but for its colours.
 */
export async function listViolations(page: Page, only?: 'colours'): Promise<Violation[]> {
  // Once for a page: its half megabyte takes longer to read than most pages to check.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async (rules) => {
      const { violations: found } = await window.axe.run({
        resultTypes: ['violations'],
        ...(rules ? { runOnly: rules } : {}),
      });
      return found.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target.join(' ')) }));
    },
    only === 'colours' ? colourRules : undefined,
  );
  const { pathname, search } = new URL(page.url());
  return violations.map((violation) => ({ path: decodeURI(pathname + search), ...violation }));
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
