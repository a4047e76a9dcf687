import {
  coalesceEvents,
  formatEvent,
  formatPosition,
  formatReset,
  formatRetry,
  type LiveEvent,
} from '@/lib/live/live-event';
import type { LiveRequest } from '@/lib/live/live-request';
import { type LiveEntry, type LiveLog, pickEvents } from './live-log';
import { LiveSubscriber, type LiveSocket } from './live-subscriber';

/** Changes that come together within this time are told together: an import must not wake every page for each batch. */
const paceMs = 200;
/** Most bytes that are handed to a connection before it has taken them. */
const chunkBytes = 64 * 1024;
const slots = 10;
/** Each connection gets a sign of life every twenty seconds, a tenth of them at a time. */
const heartbeatMs = 20_000 / slots;

/** What a client has missed. */
export interface Missed {
  events: LiveEvent[];
  /** Where it is now. */
  position: number;
  /** Nobody can say what it missed, or it is too much to tell. */
  isReset: boolean;
}

/**
 * Tells every subscriber the events of its topics. A subscriber is a place in the log and nothing more: what it has not
 * taken yet stays in the log, which all share, so a slow one costs no memory and loses nothing.
 */
export class LiveHub {
  private readonly subscribers = new Set<LiveSubscriber>();
  private timer: NodeJS.Timeout | undefined;
  private lastFlush = 0;
  private slot = 0;
  private readonly heartbeat = setInterval(() => this.beat(), heartbeatMs).unref();

  constructor(private readonly log: LiveLog) {}

  get size(): number {
    return this.subscribers.size;
  }

  /** Begins to tell; first what was missed since `request.since`. Ends when the connection does. */
  async subscribe(socket: LiveSocket, request: LiveRequest): Promise<void> {
    const { topics, max } = request;
    const subscriber = new LiveSubscriber(socket, { topics, max, slot: this.subscribers.size % slots });
    this.subscribers.add(subscriber);
    subscriber.onEnd(() => this.subscribers.delete(subscriber));
    subscriber.send(Buffer.from(formatRetry(spread(1000, 4000))));
    subscriber.position = await this.tellMissed(subscriber, request);
    subscriber.send(Buffer.from(formatPosition(subscriber.position)));
    subscriber.onReady(() => this.advance(subscriber, new Map()));
    this.advance(subscriber, new Map());
  }

  /** Everything that a client missed, at once; `isReset` when that cannot be told. */
  async collect({ topics, since, max }: LiveRequest): Promise<Missed> {
    const reset = () => ({ events: [], position: this.log.position, isReset: true });
    const from = since ?? this.log.position;
    const pages = await this.log.openOlder(from, topics);
    if (!pages) return reset();
    const events: LiveEvent[] = [];
    let reached = from;
    for await (const page of pages) {
      events.push(...page.events);
      reached = page.position;
      if (events.length > max) return reset();
    }
    const picked = pickEvents(this.log.after(reached) ?? [], new Set(topics));
    if (events.length + picked.length > max) return reset();
    const all = [...events, ...picked.map(({ event }) => event)];
    return { events: coalesceEvents(all), position: Math.max(from, this.log.position), isReset: false };
  }

  /** What memory does not hold any more, part by part as the connection takes it. Gives the place it reached. */
  private async tellMissed(subscriber: LiveSubscriber, { topics, since, max }: LiveRequest): Promise<number> {
    const reset = () => {
      subscriber.send(Buffer.from(formatReset(this.log.position)));
      return this.log.position;
    };
    if (since === undefined) return this.log.position;
    const pages = await this.log.openOlder(since, topics);
    if (!pages) return reset();
    let reached = since;
    let told = 0;
    for await (const { events, position } of pages) {
      told += events.length;
      if (told > max) return reset();
      reached = position;
      if (events.length === 0) continue;
      await subscriber.sendWhenReady(Buffer.from(coalesceEvents(events).map(formatEvent).join('')));
      if (subscriber.isEnded) break;
    }
    return reached;
  }

  /** Something new is in the log. */
  announce(): void {
    this.timer ??= setTimeout(() => this.flush(), Math.max(0, this.lastFlush + paceMs - Date.now()));
  }

  /** What was told does not count any more. */
  resetAll(): void {
    for (const subscriber of this.subscribers) {
      subscriber.position = this.log.position;
      subscriber.send(Buffer.from(formatReset(this.log.position)));
    }
  }

  /** Ends all streams at once, their clients coming back at different moments. */
  close(): void {
    clearTimeout(this.timer);
    clearInterval(this.heartbeat);
    for (const subscriber of this.subscribers) subscriber.end(formatRetry(spread(300, 3000)));
  }

  private flush(): void {
    this.timer = undefined;
    this.lastFlush = Date.now();
    const chunks = new Map<string, Chunk>();
    for (const subscriber of this.subscribers) this.advance(subscriber, chunks);
  }

  /** Writes what the log has for a subscriber, as much as the connection takes. `chunks` are those made already. */
  private advance(subscriber: LiveSubscriber, chunks: Map<string, Chunk>): void {
    while (subscriber.isReady && subscriber.position < this.log.position) {
      const key = `${subscriber.position} ${subscriber.max} ${subscriber.key}`;
      const chunk = chunks.get(key) ?? this.buildChunk(subscriber);
      // So far behind that memory does not reach: it comes back and is told from the database.
      if (!chunk) return subscriber.end('');
      chunks.set(key, chunk);
      subscriber.position = chunk.position;
      if (chunk.bytes.length > 0) subscriber.send(chunk.bytes);
    }
  }

  private buildChunk({ position, topics, max }: LiveSubscriber): Chunk | undefined {
    const entries = this.log.after(position);
    const picked = entries && pickEvents(entries, topics);
    return picked && composeChunk(picked, this.log.position, max);
  }

  private beat(): void {
    this.slot = (this.slot + 1) % slots;
    const now = Date.now();
    for (const subscriber of this.subscribers) {
      if (subscriber.slot !== this.slot) continue;
      if (subscriber.isStuck(now)) subscriber.destroy();
      else if (subscriber.isReady) subscriber.send(Buffer.from(formatPosition(subscriber.position)));
    }
  }
}

/** Bytes for a subscriber, and its place in the log after them. */
export interface Chunk {
  bytes: Buffer;
  position: number;
}

/** The events of a subscriber as bytes: one a story, at most 64 KB at a time; a `reset` when there are more than `max`. */
export function composeChunk(picked: readonly LiveEntry[], until: number, max: number): Chunk {
  if (picked.length > max) return { bytes: Buffer.from(formatReset(until)), position: until };
  const taken = takeBytes(picked);
  const position = taken.length === picked.length ? until : (taken.at(-1)?.event.id ?? until);
  const events = taken.map(({ event }) => event);
  const told = coalesceEvents(events);
  const frames =
    told.length === events.length
      ? taken.map(({ frame }) => frame)
      : told.map((event) => Buffer.from(formatEvent(event)));
  return { bytes: Buffer.concat(frames), position };
}

/** The first ones that fit, at least one. */
function takeBytes(entries: readonly LiveEntry[]): readonly LiveEntry[] {
  let bytes = 0;
  const end = entries.findIndex(({ frame }, at) => (bytes += frame.length) > chunkBytes && at > 0);
  return end === -1 ? entries : entries.slice(0, end);
}

function spread(least: number, most: number): number {
  return Math.round(least + Math.random() * (most - least));
}
