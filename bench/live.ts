import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { getDatabaseUrl } from '@/lib/db/database-url';
import { closeDb } from '@/lib/db/prisma-client';
import { importPaths } from '@/lib/importing/import-paths';
import { findNginx, startExampleNginx } from '@/testing/start-nginx';
import { LivePages } from './live-pages';
import { LiveReaders } from './live-readers';
import { type BenchPortal, startPortal } from './portal';
import { readPortalMemory } from './processes';
import { printTable } from './statistics';
import { buildLivePost } from './live-posts';

const storyCount = 30;
const everyMs = 400;

/**
 * Two portals on one database, readers on both and on nginx before them, three pages in a browser. Stories are imported;
 * then again while one portal restarts. Every reader must get every story once.
 */
export async function measureLive(dir: string, streams: number): Promise<void> {
  const dataDir = path.join(dir, 'live-one');
  const one = await startPortal(dataDir);
  const databaseUrl = getDatabaseUrl({ databaseUrl: null, dataDir });
  let two = await startPortal(path.join(dir, 'live-two'), { DATABASE_URL: databaseUrl });
  const program = await findNginx();
  const nginx = program === undefined ? undefined : await startExampleNginx(program, [one, two].map(getHost));
  process.env.DATABASE_URL = databaseUrl;
  const posts = path.join(dir, 'live-posts');
  await mkdir(posts);
  const memory = await readPortalMemory(one.process.pid ?? 0);
  const readers = new LiveReaders(databaseUrl);
  try {
    const places = { one: one.url, two: two.url, ...(nginx && { nginx: nginx.url }) };
    await readers.connect(places, streams);
    await setTimeout(3000);
    const perReader =
      (((await readPortalMemory(one.process.pid ?? 0)) - memory) * 1024) / readers.count('one');
    const pages = await LivePages.open(one.url);
    await publish(posts, storyCount);
    await readers.settle(storyCount);
    const undisturbed = await readers.report();
    readers.forget();

    const restarting = restart(two, path.join(dir, 'live-two'), databaseUrl);
    await publish(posts, storyCount * 2);
    two = await restarting;
    await readers.settle(storyCount * 2);
    const disturbed = await readers.report();
    printTable(
      `${streams} open streams, ${storyCount} imports of one story each, ms from the entry in the log to the reader`,
      undisturbed,
    );
    printTable(`The same while instance "two" restarts (${storyCount * 2} imports)`, disturbed);
    printTable('Pages in Chromium, ms from the entry of the first story in the log to the line on the page', [
      ...(await pages.report(databaseUrl)),
    ]);
    process.stdout.write(`\n  memory of instance "one" per stream: ${perReader.toFixed(1)} KiB\n`);
    await pages.close();
  } finally {
    readers.close();
    await closeDb();
    await nginx?.stop();
    await two.stop();
    await one.stop();
  }
}

/** One import a story, as `npm run import` does it: a third process beside the two portals. */
async function publish(dir: string, count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    const { name, text } = buildLivePost();
    const file = path.join(dir, name);
    await writeFile(file, text);
    const { created } = await importPaths([file], { dryRun: false, asDraft: false, origin: 'cli' });
    if (created !== 1) throw new Error(`${name} was not imported`);
    await setTimeout(everyMs);
  }
}

async function restart(portal: BenchPortal, dataDir: string, databaseUrl: string): Promise<BenchPortal> {
  await setTimeout(2000);
  await portal.stop();
  return startPortal(dataDir, { DATABASE_URL: databaseUrl }, Number(new URL(portal.url).port));
}

function getHost({ url }: BenchPortal): string {
  return new URL(url).host;
}
