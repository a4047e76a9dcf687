import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { parseOne } from '@/testing/parse-one';
import { expect, test } from '../support/test';

const corpus = path.join(process.env.FINEWS_CORPUS ?? path.resolve('../shared/corpus'), 'security/xss.jsonl');
const isThere = existsSync(corpus);
if (!isThere) console.warn(`NOT RUN: no XSS payloads at ${corpus}`);

const perPage = 100;

function readPayloads(): string[] {
  const lines = readFileSync(corpus, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => (JSON.parse(line) as { payload: string }).payload);
}

/** What a payload becomes as the body of an imported post; nothing when the post is rejected. */
function importBody(payload: string): string {
  const text = `---\ntitle: x\ndate: 2024-01-01 00:00:00 +0800\n---\n正文 ${payload}`;
  const context = { timeZone: 'Asia/Shanghai', defaultLanguage: 'zh-CN', now: new Date('2026-01-01') };
  const parsed = parseOne({ path: '2024-01-01-x.md', bytes: Buffer.from(text) }, context);
  return 'post' in parsed ? parsed.post.bodyHtml : '';
}

/** Opens bodies in pages without any policy and counts the scripts that ran. */
async function countFired(page: Page, bodies: string[]): Promise<number> {
  let fired = 0;
  await page.exposeFunction('reportFired', () => (fired += 1));
  await page.addInitScript(() => {
    const report = () => (window as unknown as { reportFired: () => void }).reportFired();
    for (const name of ['alert', 'confirm', 'prompt', 'print'])
      Object.defineProperty(window, name, { value: report });
  });
  await page.route('**/*', (route) =>
    route.request().url().endsWith('/probe') ? route.fallback() : route.abort(),
  );
  let html = '';
  await page.route('**/probe', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
  );
  for (let at = 0; at < bodies.length; at += perPage) {
    html = `<!doctype html><meta charset="utf-8"><body>${bodies
      .slice(at, at + perPage)
      .map((body) => `<div>${body}</div>`)
      .join('\n')}`;
    await page.goto('/probe', { waitUntil: 'load' }).catch(() => undefined);
    await page.mouse.move(5, 5);
  }
  return fired;
}

test('raw payloads do run scripts: the check can fail', async ({ page }) => {
  test.skip(!isThere, 'the XSS payloads are not on this machine');
  expect(await countFired(page, readPayloads().slice(0, 2000))).toBeGreaterThan(0);
});

test('no payload runs a script after the import, even without a policy', async ({ page }) => {
  test.skip(!isThere, 'the XSS payloads are not on this machine');
  test.setTimeout(180_000);
  const payloads = readPayloads();
  expect(payloads.length).toBeGreaterThan(11_000);
  expect(await countFired(page, payloads.map(importBody))).toBe(0);
});
