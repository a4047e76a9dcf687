import { once } from 'node:events';
import { closeDb } from '@/lib/db/prisma-client';
import { runPathImport } from '@/lib/importing/import-paths';
import type { ImportSummary } from '@/lib/importing/import-report';
import { countReportItems } from '@/lib/importing/report-items';
import { streamReportJson } from '@/lib/importing/report-stream';
import { loadSettings } from '@/server/load-settings';
import { openDatabase } from '@/server/open-database';
import { buildStartupText, describeStartupError, getTerminalLocale } from '@/server/startup-text';
import { type ImportArguments, parseImportArguments } from './import-arguments';
import { countFiles, TerminalProgress } from './import-progress';
import { listSummaryLines } from './import-summary';

// npm run import -- PATH… [--dry-run] [--json] [--as-draft] [--zone …] [--charset …] [--category …]
//   [--on-duplicate …] [--columns …]
// Exit: 0 all accepted, 1 some rejected or broken off, 2 usage or nothing readable.

async function main(): Promise<number> {
  const request = parseImportArguments(process.argv.slice(2));
  if (typeof request === 'string') {
    console.error(request);
    return 2;
  }
  const say = (line: string) => {
    console.error(line);
  };
  const database = await openDatabase(loadSettings(say), say);
  try {
    return await runAndReport(request);
  } finally {
    await closeDb();
    await database.close();
  }
}

async function runAndReport(request: ImportArguments): Promise<number> {
  const summary = await runImport(request);
  await print(summary, request);
  const unreadable = await countReportItems(summary.id, { warning: 'unreadable' });
  if (unreadable === summary.total) {
    console.error(buildStartupText('import', 'nothing-readable', { paths: request.paths.join(' ') }));
    return 2;
  }
  if (summary.status === 'done') return summary.rejected > 0 ? 1 : 0;
  console.error(buildStartupText('import', 'failed'));
  return 1;
}

async function runImport({ paths, dryRun, asDraft, json, options }: ImportArguments): Promise<ImportSummary> {
  const aborter = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.on(name, () => {
      aborter.abort();
    });
  const isShown = process.stderr.isTTY && !json;
  const progress = new TerminalProgress(isShown ? await countFiles(paths) : 0);
  const onProgress = (items: unknown[]) => {
    if (isShown) progress.note(items.length);
  };
  try {
    const { signal } = aborter;
    return await runPathImport(paths, { dryRun, asDraft, origin: 'cli', options, signal, onProgress });
  } finally {
    if (isShown) progress.end();
  }
}

/** Piece by piece: a report of a hundred thousand files need not be in memory. */
async function print(summary: ImportSummary, { json }: ImportArguments): Promise<void> {
  if (!json) {
    for await (const line of listSummaryLines(summary)) console.log(line);
    return;
  }
  for await (const piece of streamReportJson(summary.id, getTerminalLocale()))
    if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(describeStartupError(error));
  return 1;
});
