import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import lighthouse, { type Result } from 'lighthouse';
import { z } from 'zod';
import { findBrowser } from '../scripts/find-browser.mjs';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const flags = [
  '--headless=new --remote-debugging-port=0 --no-sandbox --disable-gpu --disable-quic --no-first-run',
  '--disable-background-networking --disable-component-update --disable-sync --disable-extensions',
];

/** What Lighthouse says of one page on a phone: mobile emulation, slow 4G, four times slower processor. */
export interface PageAudit {
  /** 0 to 100. */
  scores: Record<(typeof categories)[number], number>;
  /** Milliseconds. */
  lcp: number;
  tbt: number;
  cls: number;
  /** Bytes as sent, headers included. */
  bytes: { html: number; script: number; style: number; font: number; image: number };
  /** Audits that cost a score of a category something. */
  misses: string[];
}

/** A Chromium that Lighthouse drives; one for all pages, each page starts with an empty cache. */
export interface AuditBrowser {
  /** `skip` names audits that a page fails on purpose. */
  audit: (url: string, skip?: string[]) => Promise<PageAudit>;
  stop: () => Promise<void>;
}

/** Starts the browser that the end-to-end tests use. Throws where there is none. */
export async function startAuditBrowser(): Promise<AuditBrowser> {
  const file = findBrowser();
  if (file === undefined) throw new Error('no Chromium or Chrome found');
  const profile = await mkdtemp(path.join(tmpdir(), 'finews-lighthouse-'));
  const browser = spawn(file, [...flags.join(' ').split(' '), `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const port = await readPort(browser);
  return {
    audit: (url, skip = []) => auditPage(url, port, skip),
    stop: async () => {
      browser.kill();
      if (browser.exitCode === null) await once(browser, 'exit');
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function readPort(browser: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    browser.stderr?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const port = /DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(output)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    browser.once('exit', () => reject(new Error(`the browser did not start:\n${output}`)));
  });
}

async function auditPage(url: string, port: number, skip: string[]): Promise<PageAudit> {
  const result = await lighthouse(url, {
    port,
    logLevel: 'error',
    output: 'json',
    onlyCategories: [...categories],
    skipAudits: skip,
    formFactor: 'mobile',
    throttlingMethod: 'simulate',
  });
  if (!result) throw new Error(`Lighthouse gave no result for ${url}`);
  const { lhr } = result;
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  const value = (audit: string) => lhr.audits[audit]?.numericValue ?? Number.NaN;
  const score = (id: (typeof categories)[number]) => Math.round((lhr.categories[id]?.score ?? 0) * 100);
  return {
    scores: {
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
      seo: score('seo'),
    },
    lcp: value('largest-contentful-paint'),
    tbt: value('total-blocking-time'),
    cls: value('cumulative-layout-shift'),
    bytes: sumBytes(lhr),
    misses: listMisses(lhr),
  };
}

const requests = z.object({
  items: z.array(z.object({ resourceType: z.string().optional(), transferSize: z.number().optional() })),
});

function sumBytes(lhr: Result): PageAudit['bytes'] {
  const { items } = requests.parse(lhr.audits['network-requests']?.details);
  const sum = (type: string) =>
    items.reduce((all, item) => all + (item.resourceType === type ? (item.transferSize ?? 0) : 0), 0);
  return {
    html: sum('Document'),
    script: sum('Script'),
    style: sum('Stylesheet'),
    font: sum('Font'),
    image: sum('Image'),
  };
}

function listMisses(lhr: Result): string[] {
  const weighted = Object.values(lhr.categories).flatMap(({ auditRefs }) => auditRefs);
  return weighted.flatMap(({ id, weight }) => {
    const audit = lhr.audits[id];
    const isMissed = weight > 0 && audit?.score != null && audit.score < 0.995;
    return isMissed ? [`${id} ${audit.displayValue ?? ''}`.trim()] : [];
  });
}
