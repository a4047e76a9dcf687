import { test as base, type Page } from '@playwright/test';

export { expect } from '@playwright/test';

/**
 * Playwright's test, whose pages are open when their scripts work, too: those of reader pages come after the first
 * paint, and a test is faster than any reader.
 */
export const test = base.extend({
  context: async ({ context }, use) => {
    context.on('page', (page) => {
      const open = page.goto.bind(page);
      page.goto = async (...args) => {
        const response = await open(...args);
        await whenReady(page);
        return response;
      };
    });
    await use(context);
  },
});

/** Waits until the page's scripts work; one without script is ready. For pages that a key or a press has opened. */
export async function whenReady(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const { script, ready } = document.documentElement.dataset;
    return document.readyState !== 'loading' && (script === undefined || ready !== undefined);
  });
}
