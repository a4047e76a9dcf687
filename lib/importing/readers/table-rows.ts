import { parse } from 'csv-parse/sync';
import { z } from 'zod';

/** One row with the line in which it begins; `isCut` when its last quote is never closed. */
export interface TableRow {
  cells: string[];
  raw: string;
  line: number;
  isCut: boolean;
}

const sliceLength = 1 << 18;
/** A quote that is never closed costs a run over the rest of the file. */
const maxCuts = 20;
const records = z.array(z.object({ record: z.array(z.string()), raw: z.string() }));

/**
 * The rows of CSV text, one slice of it in memory at a time. Quotes as in RFC 4180, also where they are sloppy; rows may
 * be ragged. After a quote that is never closed reading goes on with the next line.
 */
export function* listTableRows(text: string, delimiter: string): Generator<TableRow> {
  let line = 1;
  let cuts = 0;
  for (let start = 0, length = sliceLength; start < text.length;) {
    const isLast = start + length >= text.length;
    const found = parseSlice(text.slice(start, start + length), delimiter);
    // The last row of a slice may go on in the next one.
    const whole = isLast ? found : found.slice(0, -1);
    for (const { record, raw } of whole) {
      if (raw.trim() !== '') yield { cells: record, raw, line, isCut: false };
      start += raw.length;
      line += countLines(raw);
    }
    if (isLast && start < text.length) {
      const end = cuts < maxCuts ? text.indexOf('\n', start) : -1;
      const raw = text.slice(start, end < 0 ? text.length : end + 1);
      if (raw.trim() !== '') yield { cells: [], raw, line, isCut: true };
      start += raw.length;
      line += 1;
      cuts += 1;
    }
    length = whole.length > 0 || isLast ? sliceLength : length * 2;
  }
}

/** Whole rows from the start on; what is left at the end is a row with an open quote. */
function parseSlice(text: string, delimiter: string): z.infer<typeof records> {
  const options = { delimiter, raw: true, relax_column_count: true, relax_quotes: true, skip_records_with_error: true, bom: false } as const; // prettier-ignore
  return records.parse(parse(text, options));
}

function countLines(raw: string): number {
  let count = 0;
  for (let at = raw.indexOf('\n'); at >= 0; at = raw.indexOf('\n', at + 1)) count += 1;
  return count;
}
