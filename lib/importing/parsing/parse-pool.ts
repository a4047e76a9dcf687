import { availableParallelism } from 'node:os';
import type { SourceEntry, SourceFile } from '../imported-post';
import type { ParseContext } from '../parse-context';
import type { ParsedItem } from '../parse-file';
import { type Parser, type PlacedItem, rejectEntry } from './parser';
import { ParseThread, usualPatienceMs } from './parse-thread';

/** Parsed ahead while the database writes: then no thread waits. */
const chunksAhead = 3;
const chunkFiles = 24;
const chunkBytes = 512 * 1024;

/** One thread parses several times what a database can write; each costs 80 MB and half a second to start. */
const usualSize = Math.max(1, Math.min(4, Math.floor(availableParallelism() / 2)));

interface Chunk {
  /** Number of its first entry. */
  first: number;
  entries: SourceEntry[];
}

/**
 * Parses the files of an import on threads of their own, so that readers of the portal never wait for a post. Items
 * come in the order of the source, whichever thread is done first.
 */
export class ParsePool implements Parser {
  private readonly threads: ParseThread[];
  private readonly free: ParseThread[];
  private readonly waiting: ((thread: ParseThread) => void)[] = [];

  constructor(size = usualSize, patienceMs = usualPatienceMs) {
    this.threads = Array.from({ length: size }, () => new ParseThread(patienceMs));
    this.free = [...this.threads];
  }

  async *parse(
    entries: AsyncIterable<SourceEntry>,
    context: ParseContext,
    first: number,
  ): AsyncGenerator<PlacedItem, void> {
    const chunks = cutIntoChunks(entries, first);
    const running: Running[] = [];
    try {
      for (let isEnded = false; ;) {
        while (!isEnded && running.length < this.threads.length * chunksAhead) {
          const next = await chunks.next();
          if (next.done) isEnded = true;
          else running.push(start(this.parseChunk(next.value, context)));
        }
        const [head] = running;
        if (!head) return;
        for (let result = await head.first; !result.done; result = await head.items.next())
          yield result.value;
        running.shift();
      }
    } finally {
      await Promise.all(running.map(stop));
      await chunks.return(undefined);
    }
  }

  private async *parseChunk(
    { first, entries }: Chunk,
    context: ParseContext,
  ): AsyncGenerator<PlacedItem, void> {
    const files = entries.flatMap((entry, at) => (entry.kind === 'file' ? [{ at, file: entry.file }] : []));
    let next = 0;
    for await (const { at, inEntry, item } of this.parseFiles(files, context)) {
      for (; next < at; next += 1) yield* placeRejected(entries[next], first + next);
      yield { entry: first + at, inEntry, item };
      next = at + 1;
    }
    for (; next < entries.length; next += 1) yield* placeRejected(entries[next], first + next);
  }

  /** When a thread breaks, the files that are left go one by one, so that only the one at fault is rejected. */
  private async *parseFiles(files: PlacedFile[], context: ParseContext): AsyncGenerator<FileItem, void> {
    let at = 0;
    let done = 0;
    let broken: 'slow' | 'crashed' | undefined;
    const thread = await this.take();
    try {
      for await (const answer of thread.parse(listFiles(files), context)) {
        if (answer.kind === 'broken') {
          broken = answer.reason;
          break;
        }
        for (const { file, item } of answer.items) {
          if (file !== at) done = 0;
          at = file;
          yield { at: files[at]?.at ?? 0, inEntry: done, item };
          done += 1;
        }
      }
    } finally {
      this.giveBack(thread);
    }
    // Only now: those that go singly need the thread.
    if (broken) yield* this.parseSingly(files.slice(at), done, context, broken);
  }

  private async *parseSingly(
    files: PlacedFile[],
    done: number,
    context: ParseContext,
    reason: 'slow' | 'crashed',
  ): AsyncGenerator<FileItem, void> {
    const [only] = files;
    if (files.length === 1 && only) {
      yield { at: only.at, inEntry: done, item: rejectEntry(only.file.path, [describe(reason)]) };
      return;
    }
    for (const [index, file] of files.entries()) {
      const skip = index === 0 ? done : 0;
      for await (const one of this.parseFiles([file], context)) if (one.inEntry >= skip) yield one;
    }
  }

  private take(): Promise<ParseThread> {
    const thread = this.free.shift();
    return thread ? Promise.resolve(thread) : new Promise((resolve) => this.waiting.push(resolve));
  }

  private giveBack(thread: ParseThread): void {
    const next = this.waiting.shift();
    if (next) next(thread);
    else this.free.push(thread);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.close()));
  }
}

interface PlacedFile {
  /** Number within the chunk. */
  at: number;
  file: SourceFile;
}

interface FileItem {
  at: number;
  inEntry: number;
  item: ParsedItem;
}

function listFiles(files: PlacedFile[]): SourceFile[] {
  return files.map(({ file }) => file);
}

function describe(reason: 'slow' | 'crashed') {
  return { code: 'too-complex' as const, params: { reason } };
}

function* placeRejected(entry: SourceEntry | undefined, number: number): Generator<PlacedItem> {
  if (entry?.kind === 'rejected')
    yield { entry: number, inEntry: 0, item: rejectEntry(entry.path, [entry.note]) };
}

async function* cutIntoChunks(entries: AsyncIterable<SourceEntry>, first: number): AsyncGenerator<Chunk> {
  let chunk: Chunk = { first, entries: [] };
  let bytes = 0;
  for await (const entry of entries) {
    chunk.entries.push(entry);
    bytes += entry.kind === 'file' ? entry.file.bytes.length : 0;
    if (chunk.entries.length < chunkFiles && bytes < chunkBytes) continue;
    yield chunk;
    chunk = { first: chunk.first + chunk.entries.length, entries: [] };
    bytes = 0;
  }
  if (chunk.entries.length > 0) yield chunk;
}

/** A chunk that is being parsed: its first item is asked for at once, as a generator does nothing before. */
interface Running {
  first: Promise<IteratorResult<PlacedItem, void>>;
  items: AsyncGenerator<PlacedItem, void>;
}

function start(items: AsyncGenerator<PlacedItem, void>): Running {
  const first = items.next();
  first.catch(() => undefined); // it is awaited in its turn
  return { first, items };
}

async function stop({ first, items }: Running): Promise<void> {
  await first.catch(() => undefined);
  await items.return(undefined);
}
