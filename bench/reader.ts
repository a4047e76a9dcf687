import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type PageAudit, startAuditBrowser } from './audit-page';
import type { BenchPortal } from './portal';
import { waitUntilQuiet } from './processes';
import { median, printTable } from './statistics';

const runs = 5;
/** Audits that are failed on purpose: results of a search are kept out of search engines. */
const intended: Record<string, string[]> = { search: ['is-crawlable'] };
/** LCP and TBT in ms, bytes as sent. */
const targets = { score: 100, lcp: 1200, cls: 0, tbt: 50, articleHtml: 25 * 1024, font: 0 };

/**
 * Weight and speed of the readers' pages in a browser: Lighthouse on the front page, a category, an article and a
 * search, each after a visit that filled the page cache and when the portal has settled, beside a page of one sentence.
 * Prints what misses its target; a page that the portal does not have is named.
 */
export async function measureReaderPages(portal: BenchPortal, posts: string): Promise<void> {
  const [name = ''] = (await readdir(posts)).sort().toReversed();
  const pages = {
    'front page': '/',
    category: '/category/ceshimeiti1',
    article: `/articles/${name.slice(11, -3)}`,
    search: `/search?q=${encodeURIComponent('银行')}`,
  };
  if (!(await waitUntilQuiet(portal.process.pid ?? 0)))
    process.stdout.write('\nreader: the portal is still at work, figures are worse than they would be\n');
  const browser = await startAuditBrowser();
  const plain = await servePlainPage();
  const rows = [];
  const misses: string[] = [];
  try {
    rows.push(describeAudits('(a sentence)', await repeat(() => browser.audit(plain.url))));
    for (const [page, path] of Object.entries(pages)) {
      const { status } = await fetch(portal.url + path);
      if (status !== 200) {
        process.stdout.write(`\nNOT MEASURED: ${page} (${path}) answered ${String(status)}\n`);
        continue;
      }
      const audits = await repeat(() => browser.audit(portal.url + path, intended[page]));
      rows.push(describeAudits(page, audits));
      misses.push(...listMisses(page, audits));
    }
  } finally {
    await browser.stop();
    plain.stop();
  }
  printTable(
    `Readers' pages by Lighthouse, median of ${String(runs)}: mobile, slow 4G, CPU four times slower (bytes as sent)`,
    rows,
  );
  for (const [page, audits] of Object.entries(intended))
    process.stdout.write(`  left out on purpose: ${page}: ${audits.join(', ')}\n`);
  for (const miss of misses) process.stdout.write(`  MISSED: ${miss}\n`);
  if (misses.length === 0) process.stdout.write('  all targets met\n');
}

async function repeat(audit: () => Promise<PageAudit>): Promise<PageAudit[]> {
  const audits: PageAudit[] = [];
  for (let run = 0; run < runs; run += 1) audits.push(await audit());
  return audits;
}

/** A page of one Chinese sentence without style or script: what browser and machine cost alone, at this hour. */
async function servePlainPage(): Promise<{ url: string; stop: () => void }> {
  const html =
    '<!doctype html><html lang="zh-CN"><meta name="viewport" content="width=device-width"><title>x</title><p>金融消息每一天的新闻';
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(html);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return { url: `http://127.0.0.1:${String(port)}/`, stop: () => server.close() };
}

function describeAudits(page: string, audits: PageAudit[]): Record<string, string | number> {
  const middle = (pick: (audit: PageAudit) => number) => median(audits.map(pick));
  return {
    page,
    performance: middle(({ scores }) => scores.performance),
    accessibility: middle(({ scores }) => scores.accessibility),
    'best practices': middle(({ scores }) => scores['best-practices']),
    SEO: middle(({ scores }) => scores.seo),
    'LCP ms': middle(({ lcp }) => lcp).toFixed(0),
    CLS: middle(({ cls }) => cls).toFixed(3),
    'TBT ms': middle(({ tbt }) => tbt).toFixed(0),
    HTML: middle(({ bytes }) => bytes.html),
    script: middle(({ bytes }) => bytes.script),
    CSS: middle(({ bytes }) => bytes.style),
    fonts: middle(({ bytes }) => bytes.font),
    images: middle(({ bytes }) => bytes.image),
  };
}

function listMisses(page: string, audits: PageAudit[]): string[] {
  const middle = (pick: (audit: PageAudit) => number) => median(audits.map(pick));
  const checks: [string, boolean][] = [
    [`LCP under ${String(targets.lcp)} ms`, middle(({ lcp }) => lcp) < targets.lcp],
    ['CLS 0', middle(({ cls }) => cls) === targets.cls],
    [`TBT under ${String(targets.tbt)} ms`, middle(({ tbt }) => tbt) < targets.tbt],
    ['no font bytes', middle(({ bytes }) => bytes.font) === targets.font],
    ['HTML under 25 KB', page !== 'article' || middle(({ bytes }) => bytes.html) < targets.articleHtml],
    ...(['performance', 'accessibility', 'best-practices', 'seo'] as const).map((id): [string, boolean] => [
      `${id} ${String(targets.score)}`,
      middle(({ scores }) => scores[id]) >= targets.score,
    ]),
  ];
  const missed = checks.flatMap(([target, isMet]) => (isMet ? [] : [`${page}: ${target}`]));
  const reasons = new Set(audits.flatMap((audit) => audit.misses));
  return [...missed, ...[...reasons].map((reason) => `${page}: audit ${reason}`)];
}
