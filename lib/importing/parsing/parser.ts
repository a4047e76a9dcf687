import type { SourceEntry } from '../imported-post';
import type { ParseContext } from '../parse-context';
import { parseFile, type ParsedItem } from '../parse-file';

/** An item with the place it comes from: the number of its file in the source, and its number in the file. */
export interface PlacedItem {
  entry: number;
  inEntry: number;
  item: ParsedItem;
}

/** Turns the files of a source into posts, in its order; `first` is the number of its first file. */
export interface Parser {
  parse: (
    entries: AsyncIterable<SourceEntry>,
    context: ParseContext,
    first: number,
  ) => AsyncGenerator<PlacedItem>;
}

/** Parses where it is called: for a post or two, before a thread would have started. */
export const inlineParser: Parser = {
  async *parse(entries, context, first) {
    let entry = first;
    for await (const one of entries) {
      if (one.kind === 'rejected') yield { entry, inEntry: 0, item: rejectEntry(one.path, [one.note]) };
      else {
        let inEntry = 0;
        for (const item of parseFile(one.file, context)) {
          yield { entry, inEntry, item };
          inEntry += 1;
        }
      }
      entry += 1;
    }
  },
};

/** The item of a file that was not read. */
export function rejectEntry(
  path: string,
  notes: Extract<ParsedItem, { notes: unknown }>['notes'],
): ParsedItem {
  return { path, format: null, charset: null, notes };
}
