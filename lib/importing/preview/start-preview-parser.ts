import type { SourceEntry, SourceFile } from '../imported-post';
import type { ParseContext } from '../parse-context';
import type { ParsedItem } from '../parse-file';
import { ParsePool } from '../parsing/parse-pool';
import { setPreviewParser } from './preview-parser';

/** Gives this process a thread for previews of single files. Returns what ends it. */
export function startPreviewParser(): { stop: () => Promise<void> } {
  const shared = new ParsePool(1);
  setPreviewParser({
    parseWhole: (file, context) => parseIn(shared, file, context),
    async *parseStart(file, context) {
      // A thread that is left in the middle of a file waits there for ever: this one is nobody else's.
      await using own = new ParsePool(1);
      yield* parseIn(own, file, context);
    },
  });
  return {
    stop: async () => {
      setPreviewParser(undefined);
      await shared.close();
    },
  };
}

async function* parseIn(
  pool: ParsePool,
  file: SourceFile,
  context: ParseContext,
): AsyncGenerator<ParsedItem> {
  for await (const { item } of pool.parse(one(file), context, 0)) yield item;
}

async function* one(file: SourceFile): AsyncGenerator<SourceEntry> {
  yield await Promise.resolve({ kind: 'file' as const, file });
}
