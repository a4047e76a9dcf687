import { test as base } from '@playwright/test';

export { expect } from '@playwright/test';

/**
 * Playwright's test, whose page is open when its scripts work, too: those of reader pages come after the first paint, and
 * a test is faster than any reader.
 */
export const test = base.extend({
  page: async ({ page }, use) => {
    const open = page.goto.bind(page);
    page.goto = async (...args) => {
      const response = await open(...args);
      await page.waitForFunction(() => {
        const { script, ready } = document.documentElement.dataset;
        return script === undefined || ready !== undefined;
      });
      return response;
    };
    await use(page);
  },
});
