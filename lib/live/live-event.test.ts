import { expect, it } from 'vitest';
import { coalesceEvents, formatEvent, type LiveEvent } from './live-event';

function event(id: number, kind: LiveEvent['kind'], slug: string, topics = ['front']): LiveEvent {
  const title = kind === 'removed' ? null : slug;
  return { id, kind, slug, url: `/articles/${slug}`, title, publishedAt: null, category: null, topics };
}

function brief(events: LiveEvent[]): string[] {
  return events.map(({ id, kind, slug }) => `${id} ${kind} ${slug}`);
}

it('different stories stay as they are', () => {
  const events = [event(1, 'published', 'a'), event(2, 'changed', 'b'), event(5, 'removed', 'c')];
  expect(coalesceEvents(events)).toEqual(events);
});

it.each([
  [['published', 'changed'], '2 published a'],
  [['published', 'changed', 'changed'], '3 published a'],
  [['published', 'removed'], '2 removed a'],
  [['changed', 'changed'], '2 changed a'],
  [['removed', 'published'], '2 published a'],
  [['changed', 'removed', 'published'], '3 published a'],
] as const)('%j of one story', (kinds, expected) => {
  expect(brief(coalesceEvents(kinds.map((kind, at) => event(at + 1, kind, 'a'))))).toEqual([expected]);
});

it('a story takes the place of its last change, so that ids only grow', () => {
  const events = [event(1, 'published', 'a'), event(2, 'published', 'b'), event(3, 'changed', 'a')];
  expect(brief(coalesceEvents(events))).toEqual(['2 published b', '3 published a']);
});

it('names every topic that any of the changes named', () => {
  const [told] = coalesceEvents([
    event(1, 'changed', 'a', ['front', 'category:old']),
    event(2, 'changed', 'a', ['front', 'category:new']),
  ]);
  expect(told?.topics).toEqual(['front', 'category:old', 'category:new']);
});

it('is one line of data, whatever the title', () => {
  const text = formatEvent({ ...event(7, 'published', 'a'), title: '一\n二\r\n"三"' });
  expect(text).toMatch(/^id: 7\nevent: article\ndata: .*\n\n$/);
  expect(text.split('\n')).toHaveLength(5);
});
