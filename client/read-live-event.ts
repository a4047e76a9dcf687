import type { LiveEvent } from '@/lib/live/live-event';

/** An event of our own server; undefined for what a broken proxy made of it. */
export function readEvent(value: unknown): LiveEvent | undefined {
  return isEvent(value) ? value : undefined;
}

/** The answer to a question of `/api/live?poll=1`. Throws on anything else. */
export function readAnswer(value: unknown): { last: number; isReset: boolean; events: LiveEvent[] } {
  if (!isRecord(value) || !Array.isArray(value['items'])) throw new TypeError('no answer');
  const items: unknown[] = value['items'];
  return { last: Number(value['last']), isReset: value['reset'] === true, events: items.filter(isEvent) };
}

function isEvent(value: unknown): value is LiveEvent {
  return isRecord(value) && typeof value['slug'] === 'string' && Array.isArray(value['topics']);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
