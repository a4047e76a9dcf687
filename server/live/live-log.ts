import { setTimeout } from 'node:timers/promises';
import { findLastChangeId, listLastChanges, type LoggedChange } from '@/lib/articles/change-log';
import { formatEvent, type LiveEvent } from '@/lib/live/live-event';
import { isInLog, listMissedEvents, loadLiveEvents, type MissedPage } from '@/lib/live/live-store';

/** Events kept in memory, for those who come back within minutes: about 0.6 KB each. */
const keptEvents = 10_000;
/** Read at the start, so that the readers of the process before this one need no query each. */
const readAtStart = 2000;
const pageSize = 200;
const retryMs = 500;

/** An event with its bytes on the wire, which all subscribers share. */
export interface LiveEntry {
  event: LiveEvent;
  frame: Buffer;
}

/**
 * The newest events of the change log in memory, in order and without gaps, and the way to older ones in the database.
 * Fed by the one change listener of the process.
 */
export class LiveLog {
  private entries: LiveEntry[] = [];
  /** Every event after this place and up to `position` is in `entries`. */
  private begin = 0;
  /** Events up to this place can be told. */
  position = 0;
  /** Changes up to this place are known; their stories may still have to be read. */
  private heard = 0;
  isOpen = false;
  private isClosed = false;
  private work = Promise.resolve();

  constructor(
    private readonly options: {
      onNews: () => void;
      onReplaced: () => void;
      onError: (error: unknown) => void;
    },
  ) {}

  /** Begins at a place of the log. */
  open(position: bigint): void {
    this.heard = Number(position);
    this.enqueue(async () => {
      const changes = await listLastChanges(position, readAtStart);
      this.entries = toEntries(await loadLiveEvents(changes));
      this.begin = Number(changes[0]?.id ?? position + 1n) - 1;
      this.position = Number(position);
      this.isOpen = true;
      this.options.onNews();
    });
  }

  /** Takes the next changes of the log. Subscribers hear of them when their stories are read. */
  accept(changes: readonly LoggedChange[]): void {
    const last = Number(changes.at(-1)?.id ?? 0);
    this.heard = last;
    this.enqueue(async () => {
      this.entries.push(...toEntries(await loadLiveEvents(changes)));
      this.position = last;
      this.forgetOldest();
      this.options.onNews();
    });
  }

  /** Another log took the place of ours, as after a restore of the database. */
  replace(position: bigint): void {
    this.heard = Number(position);
    this.enqueue(() => {
      this.entries = [];
      this.begin = this.position = Number(position);
      this.options.onReplaced();
      return Promise.resolve();
    });
  }

  /** Entries after a place; undefined when some of them are not in memory any more. */
  after(since: number): LiveEntry[] | undefined {
    if (since < this.begin) return undefined;
    return this.entries.slice(findIndexAfter(this.entries, since));
  }

  /**
   * What someone who knows everything up to `since` missed and memory does not hold, from the database, part by part;
   * after the last one's position memory goes on. Undefined when nobody can say: too long ago, or never in this log.
   */
  async openOlder(
    since: number,
    topics: readonly string[],
  ): Promise<AsyncGenerator<MissedPage, void> | undefined> {
    // Ahead of us: another instance was faster. Ahead of the log itself: it is another log.
    const isKnown =
      since <= this.heard ? since >= this.begin || (await isInLog(since)) : await isAhead(since);
    return isKnown ? this.readOlder(since, topics) : undefined;
  }

  private async *readOlder(since: number, topics: readonly string[]): AsyncGenerator<MissedPage, void> {
    for (let from = since; from < this.begin;) {
      const page = await listMissedEvents(from, this.begin, topics, pageSize);
      from = page.position;
      yield page;
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.work;
  }

  private forgetOldest(): void {
    if (this.entries.length <= keptEvents) return;
    const dropped = this.entries.splice(0, this.entries.length - keptEvents);
    this.begin = dropped.at(-1)?.event.id ?? this.begin;
  }

  /** One step after the other, each until it succeeds: a database that is away for a moment must cost no event. */
  private enqueue(step: () => Promise<void>): void {
    this.work = this.work.then(async () => {
      while (!this.isClosed) {
        try {
          return await step();
        } catch (error) {
          this.options.onError(error);
          await setTimeout(retryMs);
        }
      }
    });
  }
}

/** Those that carry one of the topics. */
export function pickEvents(entries: readonly LiveEntry[], topics: ReadonlySet<string>): LiveEntry[] {
  return entries.filter(({ event }) => event.topics.some((topic) => topics.has(topic)));
}

function toEntries(events: readonly LiveEvent[]): LiveEntry[] {
  return events.map((event) => ({ event, frame: Buffer.from(formatEvent(event)) }));
}

function findIndexAfter(entries: readonly LiveEntry[], since: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.event.id ?? Infinity) > since) high = middle;
    else low = middle + 1;
  }
  return low;
}

async function isAhead(since: number): Promise<boolean> {
  return Number(await findLastChangeId()) >= since;
}
