import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { getDatabaseUrl } from '@/lib/db/database-url';
import { z } from 'zod';
import { hashWholeTables } from './content-hash';
import { EditorClient } from './editor-client';
import { runCommand, startPortal } from './portal';
import { printTable } from './statistics';
import { zipPosts } from './zip-posts';

const started = z.object({ id: z.string() });

/**
 * A portal with a quarter of the posts in an older version; then all of them are previewed, imported and taken back.
 * Every column of every content table must be as it was.
 */
export async function measureUndo(dir: string, posts: string, count: number): Promise<void> {
  const dataDir = path.join(dir, 'undo');
  const older = path.join(dir, 'older');
  await writeOlder(posts, older, Math.floor(count / 4));
  const archive = path.join(dir, 'undo.zip');
  await zipPosts(posts, archive);
  const portal = await startPortal(dataDir);
  try {
    await runCommand(['import', '--', older], portal.env);
    const url = getDatabaseUrl({ databaseUrl: null, dataDir });
    const before = await hashWholeTables(url);
    const client = new EditorClient(portal);
    await client.signIn();
    const rows = [{ step: 'before', seconds: '', created: 0, updated: 0, ...before }];
    const time = async (step: string, work: () => Promise<string>) => {
      const start = performance.now();
      const id = await work();
      const { created, updated } = await client.waitFor(id, ({ status }) => /done|undone/.test(status));
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      rows.push({ step, seconds, created, updated, ...(await hashWholeTables(url)) });
      return id;
    };
    const preview = await time('preview', () => client.upload(archive, '?dryRun=1'));
    const id = await time('import', async () => {
      const answer = await client.post(`/api/imports/${preview}/start`);
      return started.parse(answer).id;
    });
    await time('undo', async () => {
      await client.post(`/api/imports/${id}/undo`);
      await client.waitFor(id, ({ status }) => status === 'undone');
      return id;
    });
    printTable(`Preview, import and undo of ${count} posts, a quarter of them changing articles`, rows);
    const isEqual = rows.at(-1)?.hash === before.hash;
    process.stdout.write(`  ${isEqual ? 'the database is as it was' : 'THE DATABASE DIFFERS'}\n`);
    if (!isEqual) process.exitCode = 1;
  } finally {
    await portal.stop();
  }
}

/** The first posts with another title, another category and a shorter text. */
async function writeOlder(posts: string, older: string, count: number): Promise<void> {
  await mkdir(older, { recursive: true });
  for (const name of (await readdir(posts)).sort().slice(0, count)) {
    const text = await readFile(path.join(posts, name), 'utf8');
    const changed = text
      .replace(/^title: "/m, 'title: "旧版 ')
      .replace(/^categories: .*$/m, 'categories: jiubanmeiti')
      .replace(/^tags: .*$/m, 'tags: 旧版媒体新闻');
    await writeFile(path.join(older, name), changed);
  }
}
