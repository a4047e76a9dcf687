import { type Browser, chromium, type Page } from '@playwright/test';
import { Client } from 'pg';
import { z } from 'zod';
import { findBrowser } from '@/scripts/find-browser.mjs';

const pagePaths = ['/', '/en', '/zh-TW'];
const times = z.array(z.object({ at: z.coerce.number() }));

/** Three pages in a browser that note when their line first says something, and by how much the page moved. */
export class LivePages {
  private constructor(
    private readonly browser: Browser | undefined,
    private readonly pages: { path: string; page: Page }[],
  ) {}

  static async open(url: string): Promise<LivePages> {
    const executablePath = findBrowser();
    if (executablePath === undefined) {
      process.stdout.write('\nlive: pages NOT RUN, there is no browser\n');
      return new LivePages(undefined, []);
    }
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    const pages = await Promise.all(
      pagePaths.map(async (path) => ({ path, page: await openPage(browser, url + path) })),
    );
    return new LivePages(browser, pages);
  }

  async report(databaseUrl: string): Promise<Record<string, string | number>[]> {
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    const { rows } = await client.query(
      "SELECT extract(epoch FROM created_at) * 1000 AS at FROM changes WHERE tags @> '{category:xianchang}' ORDER BY id LIMIT 1",
    );
    await client.end();
    const [first] = times.parse(rows);
    return Promise.all(
      this.pages.map(async ({ path, page }) => {
        const { shownAt, shift, text } = await readNotes(page);
        return {
          page: path,
          ms: (shownAt - (first?.at ?? Number.NaN)).toFixed(0),
          'layout shift': shift,
          says: text,
        };
      }),
    );
  }

  async close(): Promise<void> {
    await this.browser?.close();
  }
}

/** A profile of its own, so that each has its own stream. */
async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  const listening = page.waitForResponse((response) => response.url().includes('/api/live'));
  await page.goto(url);
  await listening;
  await page.evaluate(() => {
    const notes = document.documentElement.dataset;
    const line = document.querySelector('[data-live-show]');
    if (!line) throw new Error('no line');
    new MutationObserver(() => (notes['shownAt'] ??= String(Date.now()))).observe(line, { childList: true });
    new PerformanceObserver((list) => {
      const moved = list.getEntries().reduce((sum, entry) => sum + Number(Reflect.get(entry, 'value')), 0);
      notes['shift'] = String(Number(notes['shift'] ?? 0) + moved);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return page;
}

function readNotes(page: Page): Promise<{ shownAt: number; shift: number; text: string }> {
  return page.evaluate(() => {
    const { shownAt, shift } = document.documentElement.dataset;
    const text = document.querySelector('[data-live-show]')?.textContent ?? '';
    return { shownAt: Number(shownAt), shift: Number(shift ?? 0), text };
  });
}
