import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { measureCrashes } from './crash';
import { measureLive } from './live';
import { measureImports, preparePosts } from './import';
import { startNginx } from './nginx';
import { type BenchPortal, runCommand, startPortal } from './portal';
import { measureReaderPages } from './reader';
import { measureSearch } from './search';
import { median, printTable } from './statistics';
import { measureUndo } from './undo';
import { isInstalled, runWrk } from './wrk';

const usage =
  'npm run bench -- [import] [pages] [serve] [crash] [undo] [search] [reader] [live]   (BENCH_POSTS=10000, BENCH_LONGEST=8000, BENCH_SECONDS=10, BENCH_SEARCH_POSTS=200000, BENCH_SEARCH_LENGTH=500, BENCH_STREAMS=1000)\n';
const names = ['import', 'pages', 'serve', 'crash', 'undo', 'search', 'reader', 'live'] as const;
const settings = z.object({
  BENCH_POSTS: z.coerce.number().int().min(1).default(10_000),
  /** Open streams for `live`. */
  BENCH_STREAMS: z.coerce.number().int().min(10).default(1000),
  BENCH_SECONDS: z.coerce.number().int().min(1).default(10),
  /** Characters of the longest post; most are much shorter. */
  BENCH_LONGEST: z.coerce.number().int().min(300).default(8000),
  BENCH_SEARCH_POSTS: z.coerce.number().int().min(100).default(200_000),
  /** Characters of a post, on average. */
  BENCH_SEARCH_LENGTH: z.coerce.number().int().min(100).default(500),
});

/** Measures a portal of its own with generated posts. Nothing of the user's data is touched. */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  if (wanted.some((name) => !names.some((known) => known === name))) {
    process.stderr.write(usage);
    process.exitCode = 2;
    return;
  }
  const env = settings.parse(process.env);
  const { BENCH_POSTS: count, BENCH_SECONDS: seconds, BENCH_LONGEST: longest } = env;
  // Crashes and undo prove more than they measure, and take long, as search and live do, and Lighthouse needs a quiet
  // machine: only when they are named.
  const usual = ['import', 'pages', 'serve'];
  const runs = (name: (typeof names)[number]) => (wanted.length === 0 ? usual : wanted).includes(name);
  const dir = await mkdtemp(path.join(tmpdir(), 'finews-bench-'));
  await chmod(dir, 0o711); // PostgreSQL runs under an account of its own when this is root
  try {
    if (runs('search')) await measureSearch(dir, env.BENCH_SEARCH_POSTS, env.BENCH_SEARCH_LENGTH);
    if (runs('live')) await measureLive(dir, env.BENCH_STREAMS);
    if (wanted.every((name) => name === 'search' || name === 'live') && wanted.length > 0) return;
    const posts = await preparePosts(dir, count, longest);
    if (runs('import')) await measureImports(dir, posts, count);
    if (runs('pages') || runs('serve') || runs('reader')) {
      const portal = await startPortal(path.join(dir, 'data'));
      try {
        await runCommand(['import', '--', posts], portal.env);
        if (runs('pages')) await measurePages(portal, posts);
        if (runs('serve')) await measureServing(portal, posts, dir, seconds);
        if (runs('reader')) await measureReaderPages(portal, posts);
      } finally {
        await portal.stop();
      }
    }
    if (runs('crash')) await measureCrashes(dir, posts, count);
    if (runs('undo')) await measureUndo(dir, posts, count);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Median of 20 for each: first the page as rendered for its first visitor, then from the cache. */
async function measurePages(portal: BenchPortal, posts: string): Promise<void> {
  const deepest = await findDeepestPage(portal.url);
  const slugs = (await readdir(posts)).map((name) => name.slice(11, -3));
  const rows = [];
  for (const [page, at] of [
    ['front page', () => '/'],
    ['deepest category page', () => deepest],
    ['article', (turn: number) => `/articles/${slugs[(turn * 397) % slugs.length] ?? ''}`],
  ] as const) {
    const times: number[] = [];
    const first = await timeGet(portal.url + at(0));
    for (let turn = 1; turn <= 20; turn += 1) times.push(await timeGet(portal.url + at(turn)));
    const cached: number[] = [];
    for (let turn = 1; turn <= 20; turn += 1) cached.push(await timeGet(portal.url + at(1)));
    rows.push({
      page,
      'first ms': first.toFixed(1),
      'median ms': median(times).toFixed(1),
      'cached ms': median(cached).toFixed(2),
    });
  }
  printTable(
    'Pages, one visitor (articles: a different one each time, so the median is an uncached render)',
    rows,
  );
}

async function timeGet(url: string): Promise<number> {
  const started = performance.now();
  const response = await fetch(url);
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${url}: ${response.status}`);
  return performance.now() - started;
}

/** Follows the pages of the first category to the last one. */
async function findDeepestPage(url: string): Promise<string> {
  let page = '/category/ceshimeiti1';
  for (;;) {
    const html = await (await fetch(url + page)).text();
    const next = /href="(\/category\/ceshimeiti1\?before=[^"]+)"/.exec(html)?.[1];
    if (next === undefined) return page;
    page = next.replaceAll('&amp;', '&');
  }
}

async function measureServing(
  portal: BenchPortal,
  posts: string,
  dir: string,
  seconds: number,
): Promise<void> {
  if (!(await isInstalled('wrk')))
    return void process.stdout.write('\nserve: not measured, the program wrk is missing\n');
  const [name = ''] = await readdir(posts);
  const paths = { 'front page': '/', article: `/articles/${name.slice(11, -3)}` };
  const pages = Object.fromEntries(
    await Promise.all(
      Object.entries(paths).map(
        async ([page, at]) =>
          [`${page.replace(' ', '-')}.html`, await (await fetch(portal.url + at)).text()] as const,
      ),
    ),
  );
  const nginx = (await isInstalled('nginx'))
    ? await startNginx(path.join(dir, 'nginx'), Number(new URL(portal.url).port) + 1, pages)
    : undefined;
  const rows = [];
  for (const [page, at] of Object.entries(paths)) {
    const ours = await runWrk(portal.url + at, seconds);
    const file = `${page.replace(' ', '-')}.html`;
    const theirs = nginx && (await runWrk(`${nginx.url}/${file}`, seconds));
    rows.push({
      page,
      bytes: Buffer.byteLength(pages[file] ?? ''),
      'portal req/s': ours.requestsPerSecond.toFixed(0),
      'portal p99': ours.p99,
      failures: ours.failures,
      'nginx req/s': theirs?.requestsPerSecond.toFixed(0) ?? 'not installed',
      'nginx p99': theirs?.p99 ?? '',
      ratio: theirs ? (ours.requestsPerSecond / theirs.requestsPerSecond).toFixed(3) : '',
    });
  }
  await nginx?.stop();
  printTable(
    `Serving, wrk -t1 -c32 -d${seconds}s, uncompressed, one after the other on the same machine`,
    rows,
  );
  await readFile('/proc/loadavg', 'utf8').then(
    (load) => process.stdout.write(`  load average: ${load}`),
    () => undefined,
  );
}

await main();
