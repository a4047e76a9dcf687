import path from 'node:path';
import { getDatabaseUrl } from '@/lib/db/database-url';
import { findPostgresHome } from '@/lib/db/embedded/postgres-home';
import { hashContentTables, readPostmasterPid } from './content-hash';
import { EditorClient } from './editor-client';
import { type BenchPortal, startPortal } from './portal';
import { Random } from './random';
import { printTable } from './statistics';
import { zipPosts } from './zip-posts';

const appKills = 10;
const databaseKills = 5;

/**
 * One import undisturbed, one whose portal is killed (-9) at random moments, one whose PostgreSQL is: counts and the
 * hash of all content must be equal, without anybody's help but a new `npm start` after each death of the portal.
 */
export async function measureCrashes(dir: string, posts: string, count: number): Promise<void> {
  const archive = path.join(dir, 'posts.zip');
  await zipPosts(posts, archive);
  const runs: [string, number, Killer][] = [
    ['undisturbed', 0, () => Promise.reject(new Error('nothing to kill'))],
    [`portal killed ${appKills} times`, appKills, killPortal],
    [`PostgreSQL killed ${databaseKills} times`, databaseKills, killDatabase],
  ];
  const rows = [];
  for (const [run, kills, kill] of runs) {
    const dataDir = path.join(dir, `crash-${rows.length}`);
    rows.push({ run, ...(await importWithDeaths({ dataDir, archive, count, kills, kill })) });
  }
  printTable(`Import of ${count} posts by upload, with deaths on the way`, rows);
  const isEqual = new Set(rows.map(({ hash }) => hash)).size === 1;
  process.stdout.write(`  ${isEqual ? 'all content equal' : 'CONTENT DIFFERS'}\n`);
  if (!isEqual) process.exitCode = 1;
}

type Killer = (portal: BenchPortal, dataDir: string) => Promise<BenchPortal>;

interface Disturbed {
  dataDir: string;
  archive: string;
  count: number;
  kills: number;
  kill: Killer;
}

async function importWithDeaths({ dataDir, archive, count, kills, kill }: Disturbed) {
  let portal = await startPortal(dataDir);
  const random = new Random(kills + 1);
  const moments = Array.from({ length: kills }, () => random.between(1, count - 1)).sort((a, b) => a - b);
  try {
    let client = await signIn(portal);
    const id = await client.upload(archive);
    const started = performance.now();
    let hit = 0;
    for (const moment of moments) {
      const state = await client.waitFor(id, (now) => now.processed >= moment || now.status === 'done', 20);
      if (state.status === 'done') break;
      portal = await kill(portal, dataDir);
      client = await signIn(portal);
      hit += 1;
    }
    const end = await client.waitFor(id, ({ status }) => status === 'done');
    const seconds = (performance.now() - started) / 1000;
    const url = getDatabaseUrl({ databaseUrl: null, dataDir });
    const { hash, articles } = await hashContentTables(url);
    return {
      deaths: hit,
      seconds: seconds.toFixed(1),
      created: end.created,
      unchanged: end.unchanged,
      rejected: end.rejected,
      articles,
      hash,
    };
  } finally {
    await portal.stop();
  }
}

async function signIn(portal: BenchPortal): Promise<EditorClient> {
  const client = new EditorClient(portal);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.signIn();
      return client;
    } catch (error) {
      if (attempt >= 50) throw error; // the database may be on its way back
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** The server itself, which is a child of npm, with no chance to end anything. */
async function killPortal(portal: BenchPortal, dataDir: string): Promise<BenchPortal> {
  await portal.kill();
  return startPortal(dataDir);
}

async function killDatabase(portal: BenchPortal, dataDir: string): Promise<BenchPortal> {
  process.kill(readPostmasterPid(findPostgresHome(dataDir)), 'SIGKILL');
  return Promise.resolve(portal);
}
