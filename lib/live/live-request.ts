import { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import { parseTopics } from './live-topics';

/** Most events that are told singly to one who was away. */
export const mostMissed = 10_000;

export interface LiveRequest {
  topics: string[];
  /** The last event that the client knows; undefined: from now on. */
  since: number | undefined;
  /** With more events at once than this, one `reset` is told instead. */
  max: number;
  /** JSON once, instead of a stream. */
  isPoll: boolean;
}

const position = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

const query = z.object({
  since: position.optional(),
  max: z.coerce.number().int().min(1).max(mostMissed).default(mostMissed),
});

/**
 * Reads what `/api/live` was asked: `topics`, `since`, `max`, `poll` and the headers `Last-Event-ID` (newer than the
 * address, so it wins) and `Accept`. Throws `query-invalid` (400) naming the first wrong parameter.
 */
export function parseLiveRequest(
  params: URLSearchParams,
  headers: { lastEventId: string | undefined; accept: string | undefined },
): LiveRequest {
  const topics = parseTopics(params.getAll('topics'));
  if (!topics) throw new AppError('query-invalid', { name: 'topics' }, 400);
  const result = query.safeParse({
    since: params.get('since') ?? undefined,
    max: params.get('max') ?? undefined,
  });
  if (!result.success)
    throw new AppError('query-invalid', { name: String(result.error.issues[0]?.path[0]) }, 400);
  const last = position.safeParse(headers.lastEventId);
  const accept = headers.accept ?? '';
  return {
    ...result.data,
    topics,
    since: last.success ? last.data : result.data.since,
    isPoll: params.get('poll') === '1' || /^application\/json\b/.test(accept),
  };
}
