import { expect, it } from 'vitest';
import { formatEvent, type LiveEvent } from '@/lib/live/live-event';
import { composeChunk } from './live-hub';
import { type LiveEntry, pickEvents } from './live-log';

function entry(id: number, overrides: Partial<LiveEvent> = {}): LiveEntry {
  const event: LiveEvent = {
    id,
    kind: 'published',
    slug: `NW${id}`,
    url: '',
    title: `第${id}篇`,
    publishedAt: null,
    category: null,
    topics: ['front'],
    ...overrides,
  };
  return { event, frame: Buffer.from(formatEvent(event)) };
}

function ids(bytes: Buffer): number[] {
  return [...bytes.toString().matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
}

it('tells what was picked, and stands at the end of the log after it', () => {
  const chunk = composeChunk([entry(3), entry(5)], 9, 100);
  expect([ids(chunk.bytes), chunk.position]).toEqual([[3, 5], 9]);
});

it('with nothing to tell the place moves on all the same', () => {
  expect(composeChunk([], 9, 100)).toEqual({ bytes: Buffer.alloc(0), position: 9 });
});

it('one story that changed twice is told once', () => {
  const chunk = composeChunk([entry(3), entry(4), entry(5, { slug: 'NW3', kind: 'changed' })], 5, 100);
  expect(ids(chunk.bytes)).toEqual([4, 5]);
});

it('more than the client wants is one reset', () => {
  const chunk = composeChunk([entry(1), entry(2), entry(3)], 3, 2);
  expect([chunk.bytes.toString(), chunk.position]).toEqual(['id: 3\nevent: reset\ndata:\n\n', 3]);
});

it('a long list comes in parts that lose and double nothing', () => {
  const entries = Array.from({ length: 1000 }, (_, at) => entry(at + 1, { title: '长'.repeat(100) }));
  const seen: number[] = [];
  for (let position = 0; position < 1000;) {
    const chunk = composeChunk(
      entries.filter(({ event }) => event.id > position),
      1000,
      10_000,
    );
    expect(chunk.bytes.length).toBeLessThanOrEqual(64 * 1024);
    seen.push(...ids(chunk.bytes));
    position = chunk.position;
  }
  expect(seen).toEqual(entries.map(({ event }) => event.id));
});

it('picks by any topic', () => {
  const entries = [entry(1, { topics: ['front', 'tag:甲'] }), entry(2, { topics: ['front', 'category:b'] })];
  const pick = (...topics: string[]) => pickEvents(entries, new Set(topics)).map(({ event }) => event.id);
  expect([pick('front'), pick('tag:甲'), pick('tag:甲', 'category:b'), pick('tag:乙')]).toEqual([
    [1, 2],
    [1],
    [1, 2],
    [],
  ]);
});
