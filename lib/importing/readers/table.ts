import { type ColumnGuess, findFieldByName, guessColumns, looksLikeDate } from './guess-columns';
import { noteBrokenRow } from './json';
import { readForeignPost } from './json-fields';
import type { FormatReader, RawEntry, ReadOptions } from './raw-post';
import { listTableRows, type TableRow } from './table-rows';

/** CSV, TSV and their kin: one post a row; columns are guessed or mapped. */
export const tableReader: FormatReader = { format: 'table', recognise, read };

const delimiters = [',', '\t', ';', '|'];
const headLength = 65_536;

interface Table {
  delimiter: string;
  columns: string[];
  hasHeader: boolean;
  sampleRows: string[][];
}

/** A table by its name, or several rows of the same width (three or more) below a header with a known name. */
function recognise(text: string, path: string): boolean {
  const table = readTable(text, path);
  if (!table) return false;
  if (/\.[ct]sv$/i.test(path)) return true;
  const { columns, hasHeader, sampleRows } = table;
  const isEven = sampleRows.every((row) => row.length === columns.length);
  const isShort = columns.every(
    (column) => column.length <= 40 && !/[.!?。！？](?:\s|$)|^[-*>#<{]/.test(column),
  );
  return hasHeader && columns.length > 2 && sampleRows.length > 0 && isEven && isShort;
}

function* read(text: string, path: string, options: ReadOptions): Generator<RawEntry> {
  const table = readTable(text, path);
  const columns = table ? chooseFields(table, options) : [];
  // A list of files or of prices is a table, too: what tells posts is a title or a text, by name or by the editor's word.
  if (table?.hasHeader && !holdsPosts(columns)) {
    const list = table.columns.join(', ').slice(0, 200);
    yield { kind: 'rejected', path, note: { code: 'columns-unknown', params: { columns: list } } };
    return;
  }
  let number = table?.hasHeader ? -1 : 0;
  for (const row of table ? listTableRows(text, table.delimiter) : []) {
    number += 1;
    if (number > 0) yield readRow(row, `${path}#${number}`, columns);
  }
  if (number < 1) yield { kind: 'rejected', path, note: { code: 'not-a-post', params: { type: 'table' } } };
} // prettier-ignore

/** The columns of a table with what they seem to mean, for an editor to correct; named `1`, `2` … without a header. */
export function guessTableColumns(text: string, path: string): ColumnGuess[] {
  const table = readTable(text, path);
  return table ? guessColumns(table.columns, table.sampleRows) : [];
}

function readTable(text: string, path: string): Table | undefined {
  const head = text.slice(0, headLength);
  if (/^\s*[<{[]/.test(head)) return undefined;
  const first = head.slice(0, 2000).split('\n').find((line) => line.trim() !== '') ?? ''; // prettier-ignore
  const delimiter = /\.tsv$/i.test(path) && first.includes('\t') ? '\t' : findDelimiter(first);
  if (!delimiter && !/\.[ct]sv$/i.test(path)) return undefined;
  const rows = listTableRows(head, delimiter ?? ',')
    .take(21)
    .toArray();
  const [header] = rows;
  if (!header) return undefined;
  const hasHeader = isHeader(header.cells);
  // The last row of the sample may be cut.
  const cells = rows.filter(({ isCut }) => !isCut).map((row) => row.cells);
  return {
    delimiter: delimiter ?? ',',
    columns: header.cells.map((cell, index) => (hasHeader ? cell.trim() : String(index + 1))),
    hasHeader,
    sampleRows: cells.slice(
      hasHeader ? 1 : 0,
      text.length > headLength && cells.length < 21 ? -1 : undefined,
    ),
  };
}

/** The one that cuts the first line into most parts. */
function findDelimiter(line: string): string | undefined {
  const counts = delimiters.map((delimiter) => line.split(delimiter).length - 1);
  const most = Math.max(...counts);
  return most > 0 ? delimiters[counts.indexOf(most)] : undefined;
}

function isHeader(cells: readonly string[]): boolean {
  const isName = (cell: string) => cell.length <= 60 && !looksLikeDate(cell) && !/^https?:/.test(cell);
  return cells.every(isName) && cells.some((cell) => findFieldByName(cell) !== undefined);
}

/** Whether a column is called, or was said to be, the title or the text. */
function holdsPosts(columns: readonly Column[]): boolean {
  return columns.some(
    ({ name, field, isStated }) =>
      (field === 'title' || field === 'body') && (isStated || findFieldByName(name)?.field === field),
  );
}

interface Column {
  isStated: boolean;
  name: string;
  field: string | null;
}

/** A mapping by hand names a column's field, or leaves it out with an empty one; a guess never takes a field from it. */
function chooseFields({ columns, sampleRows }: Table, { columns: mapping = {} }: ReadOptions): Column[] {
  const stated = new Map(Object.entries(mapping).map(([name, field]) => [name.trim().toLowerCase(), field.toLowerCase()]));
  const taken = new Set(stated.values());
  return guessColumns(columns, sampleRows).map(({ column, field }) => {
    const own = stated.get(column.toLowerCase());
    if (own !== undefined) return { name: column, field: own || null, isStated: true };
    return { name: column, field: field && !taken.has(field) ? field : null, isStated: false };
  });
} // prettier-ignore

function readRow({ cells, raw, line, isCut }: TableRow, path: string, columns: readonly Column[]): RawEntry {
  if (isCut) return { kind: 'rejected', path, note: noteBrokenRow(raw, line, 'cut') };
  const entry: Record<string, string> = {};
  const mapping: Record<string, string> = {};
  columns.forEach(({ name, field }, index) => {
    // Cells beyond the header are the end of the last one, in which a delimiter was not quoted.
    const isLast = index === columns.length - 1;
    const value = (
      isLast
        ? cells
            .slice(index)
            .filter((cell, at) => at === 0 || cell.trim() !== '')
            .join(', ')
        : (cells[index] ?? '')
    ).trim();
    const key = `${index} ${name}`;
    entry[key] = value;
    mapping[key] = field ?? '';
  });
  const post = readForeignPost(entry, mapping);
  if (!post) return { kind: 'rejected', path, note: noteBrokenRow(raw, line, 'empty') };
  return { kind: 'post', post: { path, ...post, line, notes: [] } };
}
