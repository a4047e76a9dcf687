/** First line of a report as CSV; the byte order mark makes Excel read it as UTF-8. */
export const csvHeader = `\ufeff${buildCsvLine([
  'position', 'path', 'outcome', 'title', 'article', 'publishedAt', 'category', 'format', 'charset', 'codes', 'line', 'messages',
])}`; // prettier-ignore

/** An item of the report as the JSON has it, as far as the CSV shows it. */
export interface CsvItem {
  position: number;
  path: string;
  outcome: string;
  title: string | null;
  article: string | null;
  publishedAt: string | null;
  category: { name: string } | null;
  format: string | null;
  charset: string | null;
  warnings: { code: string; message: string; line?: number | undefined }[];
}

/** One item as a line of CSV. */
export function buildCsvItem(item: CsvItem): string {
  const { position, path, outcome, title, article, publishedAt, category, format, charset, warnings } = item;
  return buildCsvLine([
    String(position),
    path,
    outcome,
    title,
    article,
    publishedAt,
    category?.name ?? null,
    format,
    charset,
    warnings.map(({ code }) => code).join(' '),
    warnings.find(({ line }) => line !== undefined)?.line?.toString() ?? null,
    warnings.map(({ message }) => message).join(' | '),
  ]);
}

/** One line, RFC 4180. */
function buildCsvLine(cells: (string | null)[]): string {
  return `${cells.map((cell) => buildCsvCell(cell ?? '')).join(',')}\r\n`;
}

/** A cell that a spreadsheet takes for text: one that begins like a formula gets an apostrophe (OWASP, CSV injection). */
export function buildCsvCell(text: string): string {
  const safe = /^[\s]*[=+\-@]|^[\t\r\n]/.test(text) && !/^-?\d+$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
