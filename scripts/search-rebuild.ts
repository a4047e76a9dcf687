import { closeDb } from '@/lib/db/prisma-client';
import { rebuildSearchTerms } from '@/lib/search/rebuild-search-terms';
import { loadSettings } from '@/server/load-settings';
import { openDatabase } from '@/server/open-database';
import { buildStartupText, describeStartupError } from '@/server/startup-text';

// npm run search:rebuild
// Exit: 0 all articles have new terms, 1 broken off (the next run goes on), 2 usage.

async function main(): Promise<number> {
  if (process.argv.length > 2) {
    console.error(buildStartupText('search', 'usage'));
    return 2;
  }
  const aborter = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => aborter.abort());
  const say = (line: string) => console.error(line);
  const database = await openDatabase(loadSettings(say), say);
  try {
    const articles = await rebuildSearchTerms({ signal: aborter.signal, onProgress: showProgress });
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    console.log(buildStartupText('search', aborter.signal.aborted ? 'stopped' : 'summary', { articles }));
    return aborter.signal.aborted ? 1 : 0;
  } finally {
    await closeDb();
    await database.close();
  }
}

function showProgress(articles: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${buildStartupText('search', 'progress', { articles })}`);
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(describeStartupError(error));
  return 1;
});
