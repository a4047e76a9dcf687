import path from 'node:path';
import { existsSync } from 'node:fs';
import { getDb } from '@/lib/db/prisma-client';
import { importPaths } from '@/lib/importing/import-paths';
import { buildStartupText } from './startup-text';

const postsDirectory = path.join('content', 'posts');

/** Imports content/posts into a portal that has no article at all. `say` takes lines for people. */
export async function importFirstPosts(signal: AbortSignal, say: (line: string) => void): Promise<void> {
  const article = await getDb().article.findFirst({ select: { id: true } });
  if (article !== null || !existsSync(postsDirectory)) return;
  say(buildStartupText('progress', 'posts', { directory: postsDirectory }));
  const report = await importPaths([postsDirectory], {
    dryRun: false,
    asDraft: false,
    origin: 'first-run',
    signal,
  });
  const { rejected, total } = report;
  say(buildStartupText('progress', 'imported', { accepted: total - rejected, rejected }));
}
