import type { Locale } from '@/lib/i18n/locales';
import { getImport } from './import-store';
import { buildCsvItem, csvHeader } from './report-csv';
import { buildImportJson, buildItemJson } from './report-json';
import { listReportItems } from './report-items';

const pageSize = 1000;

type ItemJson = ReturnType<typeof buildItemJson>;

async function* listPages(id: string, dryRun: boolean, locale: Locale): AsyncGenerator<ItemJson[]> {
  for (let after = -1; ;) {
    const items = await listReportItems(id, {}, after, pageSize);
    if (items.length > 0) yield items.map((item) => buildItemJson(item, dryRun, locale));
    if (items.length < pageSize) return;
    after = items.at(-1)?.position ?? after;
  }
}

/** The whole report as JSON (contract, "Import report") in pieces of text. Throws `import-unknown` (404) before the first. */
export async function* streamReportJson(id: string, locale: Locale): AsyncGenerator<string> {
  const summary = await getImport(id);
  yield `${JSON.stringify(buildImportJson(summary)).slice(0, -1)},"items":[`;
  let isFirst = true;
  for await (const items of listPages(id, summary.dryRun, locale)) {
    yield `${isFirst ? '' : ','}\n${items.map((item) => JSON.stringify(item)).join(',\n')}`;
    isFirst = false;
  }
  yield '\n],"next":null}\n';
}

/** The whole report as CSV, one line an item, in pieces of text. */
export async function* streamReportCsv(id: string, locale: Locale): AsyncGenerator<string> {
  const { dryRun } = await getImport(id);
  yield csvHeader;
  for await (const items of listPages(id, dryRun, locale)) yield items.map(buildCsvItem).join('');
}
