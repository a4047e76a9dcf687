import { describeNote } from '@/lib/importing/describe-note';
import { rejectionCodes } from '@/lib/importing/import-note';
import type { ImportReportItem, ImportSummary } from '@/lib/importing/import-report';
import { countImportNotes } from '@/lib/importing/import-store';
import { listReportItems } from '@/lib/importing/report-items';
import { buildStartupText, getTerminalLocale } from '@/server/startup-text';

const maxKinds = 20;
const pageSize = 1000;

/** What a person reads at the end of an import: each rejected file, the kinds of notes, the counts. */
export async function* listSummaryLines(summary: ImportSummary): AsyncGenerator<string> {
  for (let after = -1; ;) {
    const items = await listReportItems(summary.id, { outcome: 'rejected' }, after, pageSize);
    for (const item of items) yield describeRejected(item);
    if (items.length < pageSize) break;
    after = items.at(-1)?.position ?? after;
  }
  yield* listNoteLines(summary.id);
  const { dryRun, total, created, updated, unchanged, rejected, skipped } = summary;
  const counts = { total, created, updated, unchanged, rejected, skipped };
  yield buildStartupText('import', dryRun ? 'summary-dry' : 'summary', counts);
}

function describeRejected({ path, notes }: ImportReportItem): string {
  const reason = notes.map((note) => describeNote(note, getTerminalLocale())).join(' ');
  const line = notes.find((note) => note.line !== undefined)?.line;
  return line === undefined
    ? buildStartupText('import', 'rejected', { path, reason })
    : buildStartupText('import', 'rejected-line', { path, reason, line });
}

async function* listNoteLines(id: string): AsyncGenerator<string> {
  const rejections = new Set<string>(rejectionCodes);
  const counts = (await countImportNotes(id)).filter(({ code }) => !rejections.has(code));
  if (counts.length > 0) yield buildStartupText('import', 'warnings');
  for (const { code, count } of counts.slice(0, maxKinds)) {
    const [item] = await listReportItems(id, { warning: code }, -1, 1);
    const note = item?.notes.find((one) => one.code === code);
    if (!item || !note) continue;
    const message = describeNote(note, getTerminalLocale());
    yield buildStartupText('import', 'warning-count', { count, message, path: item.path });
  }
  if (counts.length > maxKinds)
    yield buildStartupText('import', 'warnings-more', { count: counts.length - maxKinds });
}
