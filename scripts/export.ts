import path from 'node:path';
import { closeDb } from '@/lib/db/prisma-client';
import { exportFolder } from '@/lib/exporting/export-folder';
import type { ExportCounts } from '@/lib/exporting/export-portal';
import { loadSettings } from '@/server/load-settings';
import { openDatabase } from '@/server/open-database';
import { buildStartupText, describeStartupError } from '@/server/startup-text';

// npm run export -- DIR
// Exit: 0 everything is in DIR, 1 broken off (nothing is left), 2 usage.

async function main(): Promise<number> {
  const [directory, ...others] = process.argv.slice(2);
  if (directory === undefined || directory === '' || directory.startsWith('-') || others.length > 0) {
    console.error(buildStartupText('export', 'usage'));
    return 2;
  }
  const target = path.resolve(process.env.INIT_CWD ?? process.cwd(), directory);
  const { articles, revisionsLeftOut } = await runExport(target);
  console.log(buildStartupText('export', 'summary', { articles, directory: target }));
  if (revisionsLeftOut > 0)
    console.error(buildStartupText('export', 'revisions-left-out', { count: revisionsLeftOut }));
  return 0;
}

async function runExport(target: string): Promise<ExportCounts> {
  const aborter = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.on(name, () => {
      aborter.abort();
    });
  const say = (line: string) => {
    console.error(line);
  };
  const database = await openDatabase(loadSettings(say), say);
  try {
    return await exportFolder(target, { signal: aborter.signal, onProgress: showProgress });
  } finally {
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    await closeDb();
    await database.close();
  }
}

function showProgress({ articles }: ExportCounts): void {
  if (process.stderr.isTTY && articles % 100 === 0)
    process.stderr.write(`\r${buildStartupText('export', 'progress', { articles })}`);
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(describeStartupError(error));
  return 1;
});
