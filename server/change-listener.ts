import { Client } from 'pg';
import { changeChannel, findLastChangeId, listChangesSince } from '@/lib/articles/change-log';
import type { LoggedChange } from '@/lib/articles/change-log';

const pollMs = 15_000;

export interface ChangeListenerOptions {
  databaseUrl: string;
  /** The place in the log where following begins: told once, before any change. */
  onStart?: (position: bigint) => void;
  onChanges: (changes: LoggedChange[]) => void;
  /** The log could not be followed for a while: whatever was kept may be stale. */
  onGap: () => void;
  /** It is another log than before, which goes on from this place: what was heard does not count any more. */
  onReplaced?: (position: bigint) => void;
  onError: (error: unknown) => void;
}

/**
 * Follows the change log: PostgreSQL wakes it, the log tells what happened, from whatever process it came.
 * Reconnects by itself for ever. `close` ends it.
 */
export class ChangeListener {
  private client: Client | undefined;
  private position: bigint | undefined;
  private isClosed = false;
  private reading: Promise<void> = Promise.resolve();
  private retry: NodeJS.Timeout | undefined;
  private poll: NodeJS.Timeout | undefined;
  private pause = 200;

  constructor(private readonly options: ChangeListenerOptions) {}

  /** Connects; later losses are mended in the background. */
  async start(): Promise<void> {
    if (this.isClosed) return;
    const client = new Client({
      connectionString: this.options.databaseUrl,
      keepAlive: true,
      connectionTimeoutMillis: 5000,
      query_timeout: 5000,
    });
    this.client = client;
    client.on('error', (error) => this.lose(client, error));
    client.on('end', () => this.lose(client, undefined));
    client.on('notification', () => this.read());
    try {
      await client.connect();
      await client.query(`LISTEN ${changeChannel}`);
      await this.findPosition();
      this.pause = 200;
      this.read();
      // A connection can die without a word: the log is looked at now and then all the same.
      this.poll ??= setInterval(() => this.read(), pollMs).unref();
    } catch (error) {
      this.lose(client, error);
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.retry);
    clearInterval(this.poll);
    await this.client?.end();
    await this.reading;
  }

  /** Where to go on. A log that ends before our place is another one: the database came back from a copy. */
  private async findPosition(): Promise<void> {
    const last = await findLastChangeId();
    if (this.position === undefined) {
      this.position = last;
      this.options.onStart?.(last);
    } else if (last < this.position && last > 0n) {
      this.position = last;
      this.options.onGap();
      this.options.onReplaced?.(last);
    }
  }

  /** The last change that was handed on; 0 before the first. */
  getPosition(): bigint {
    return this.position ?? 0n;
  }

  private lose(client: Client, error: unknown): void {
    if (this.isClosed || this.client !== client) return;
    this.client = undefined;
    void client.end().catch(() => undefined);
    if (error !== undefined) this.options.onError(error);
    this.retry = setTimeout(() => void this.start(), this.pause);
    this.pause = Math.min(this.pause * 2, 5000);
  }

  /** Reads are chained, so that changes arrive in order and none is read twice. */
  private read(): void {
    this.reading = this.reading
      .then(() => this.readOn())
      .catch((error: unknown) => {
        this.options.onGap();
        this.options.onError(error);
      });
  }

  private async readOn(): Promise<void> {
    for (;;) {
      const changes = await listChangesSince(this.position ?? 0n, 1000);
      const last = changes.at(-1);
      if (!last) return;
      this.position = last.id;
      this.options.onChanges(changes);
    }
  }
}
