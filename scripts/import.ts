import { parseArgs } from 'node:util';
import path from 'node:path';
import { closeDb } from '@/lib/db/prisma-client';
import { importPaths } from '@/lib/importing/import-paths';
import { buildReportJson } from '@/lib/importing/report-json';
import { describeNote } from '@/lib/importing/describe-note';
import type { ImportReport } from '@/lib/importing/import-report';
import { loadSettings } from '@/server/load-settings';
import { openDatabase } from '@/server/open-database';
import { buildStartupText, describeStartupError, getTerminalLocale } from '@/server/startup-text';

// npm run import -- PATH… [--dry-run] [--json] [--as-draft]
// Exit: 0 all accepted, 1 some rejected or broken off, 2 usage or nothing readable.

interface Request {
  paths: string[];
  dryRun: boolean;
  json: boolean;
  asDraft: boolean;
}

async function main(): Promise<number> {
  const request = parseRequest(process.argv.slice(2));
  if (typeof request === 'string') {
    console.error(request);
    return 2;
  }
  const report = await runImport(request);
  print(report, request);
  if (report.items.every((item) => item.notes.some((note) => note.code === 'unreadable'))) {
    console.error(buildStartupText('import', 'nothing-readable', { paths: request.paths.join(' ') }));
    return 2;
  }
  if (report.status === 'done') return report.rejected > 0 ? 1 : 0;
  console.error(buildStartupText('import', 'failed'));
  return 1;
}

/** The request, or the sentence that says what is wrong with it. Paths are relative to where npm was called. */
function parseRequest(args: string[]): Request | string {
  const flag = { type: 'boolean', default: false } as const;
  const options = { 'dry-run': flag, json: flag, 'as-draft': flag };
  const { values, positionals, tokens } = parseArgs({
    args,
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const unknown = tokens.find(
    (token) => token.kind === 'option' && (!(token.name in options) || token.value !== undefined),
  );
  const usage = buildStartupText('import', 'usage');
  if (unknown !== undefined) {
    const option = unknown.kind === 'option' ? unknown.rawName : '';
    return `${buildStartupText('import', 'unknown-option', { option })}\n${usage}`;
  }
  if (positionals.length === 0) return usage;
  const base = process.env.INIT_CWD ?? process.cwd();
  const paths = positionals.map((given) => (given === '-' ? given : path.resolve(base, given)));
  return {
    paths,
    dryRun: values['dry-run'] === true,
    json: values.json === true,
    asDraft: values['as-draft'] === true,
  };
}

async function runImport({ paths, dryRun, asDraft }: Request): Promise<ImportReport> {
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
    return await importPaths(paths, { dryRun, asDraft, origin: 'cli', signal: aborter.signal });
  } finally {
    await closeDb();
    await database.close();
  }
}

function print(report: ImportReport, { json, dryRun }: Request): void {
  const locale = getTerminalLocale();
  if (json) return console.log(JSON.stringify(buildReportJson(report, locale), null, 2));
  for (const { path: file, notes } of report.items.filter((item) => item.outcome === 'rejected')) {
    const reason = notes.map((note) => describeNote(note, locale)).join(' ');
    console.log(buildStartupText('import', 'rejected', { path: file, reason }));
  }
  const { total, created, updated, unchanged, rejected } = report;
  const counts = { total, created, updated, unchanged, rejected };
  console.log(buildStartupText('import', dryRun ? 'summary-dry' : 'summary', counts));
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(describeStartupError(error));
  return 1;
});
