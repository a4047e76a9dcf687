import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { z } from 'zod';
import { LiveClient } from '@/testing/live-client';
import { percentile } from './statistics';

interface Reader {
  place: string;
  client: LiveClient;
}

const logged = z.array(z.object({ id: z.string(), at: z.coerce.number() }));

/** Many open streams that come back whenever they end, and an account of what each of them got. */
export class LiveReaders {
  private readonly readers: Reader[] = [];
  private isClosed = false;

  constructor(private readonly databaseUrl: string) {}

  /** Opens `total` streams, evenly over the places. */
  async connect(places: Record<string, string>, total: number): Promise<void> {
    const names = Object.keys(places);
    const openings = Array.from({ length: total }, (_, at) => {
      const place = names[at % names.length] ?? '';
      const reader = { place, client: new LiveClient(`${places[place] ?? ''}/api/live`) };
      this.readers.push(reader);
      return this.keep(reader.client);
    });
    await Promise.all(openings);
  }

  count(place: string): number {
    return this.readers.filter((reader) => reader.place === place).length;
  }

  /** Waits until all have so many stories, or no more come. */
  async settle(stories: number): Promise<void> {
    for (let tries = 0; tries < 300; tries += 1) {
      if (this.readers.every(({ client }) => listIds(client).length >= stories)) return;
      await setTimeout(100);
    }
  }

  /** Begins a new account; places in the log stay. */
  forget(): void {
    for (const { client } of this.readers) client.events.length = 0;
  }

  async report(): Promise<Record<string, string | number>[]> {
    const all = [...new Set(this.readers.flatMap(({ client }) => listIds(client)))];
    const times = await this.readTimes(all);
    const places = [...new Set(this.readers.map(({ place }) => place))];
    return places.map((place) => {
      const readers = this.readers.filter((reader) => reader.place === place);
      const ids = readers.map(({ client }) => listIds(client));
      const delays = readers.flatMap(({ client }) =>
        client.events
          .filter(({ event }) => event === 'article')
          .map(({ id, at }) => at - (times.get(id) ?? Number.NaN)),
      );
      return {
        readers: `${readers.length} at ${place}`,
        stories: all.length,
        lost: ids.reduce((sum, own) => sum + all.length - new Set(own).size, 0),
        doubled: ids.reduce((sum, own) => sum + own.length - new Set(own).size, 0),
        p50: percentile(delays, 0.5).toFixed(0),
        p95: percentile(delays, 0.95).toFixed(0),
        max: Math.max(...delays).toFixed(0),
      };
    });
  }

  close(): void {
    this.isClosed = true;
    for (const { client } of this.readers) client.close();
  }

  /** Resolves when it is open for the first time. */
  private async keep(client: LiveClient): Promise<void> {
    const { ended } = await client.connect();
    void ended.then(async () => {
      while (!this.isClosed) {
        // As browsers do, each at its own moment.
        await setTimeout(300 + Math.random() * 1500);
        const again = await client.connect().catch(() => undefined);
        await again?.ended;
      }
    });
  }

  /** When each change came into the log: the beginning of its transaction, so delays hold the whole commit. */
  private async readTimes(ids: string[]): Promise<Map<string, number>> {
    const client = new Client({ connectionString: this.databaseUrl });
    await client.connect();
    const { rows } = await client.query(
      'SELECT id::text, extract(epoch FROM created_at) * 1000 AS at FROM changes WHERE id = ANY($1::bigint[])',
      [ids],
    );
    await client.end();
    return new Map(logged.parse(rows).map(({ id, at }) => [id, at]));
  }
}

function listIds({ events }: LiveClient): string[] {
  return events.filter(({ event }) => event === 'article').map(({ id }) => id);
}
