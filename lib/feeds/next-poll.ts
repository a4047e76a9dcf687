/** How a poll ended, as far as the time of the next depends on it. */
export type PollEnd = { ok: true } | { ok: false; status?: number; retryAfterSeconds?: number };

const hour = 3600;
const day = 24 * hour;

/**
 * Seconds until the next poll, and the failures in a row. After a success the interval; after failures the interval
 * doubled each time up to an hour (or the interval, where that is longer), for ever: a source never gets lost.
 * Retry-After (RFC 9110, 10.2.3) counts with 429 and 503 and is believed up to a day; 410 is tried daily.
 * `random` (0 to 1) spreads the time by ±10 %, so that sources do not stay in step; what a server asked for is only
 * ever prolonged.
 */
export function nextPoll(
  { intervalSeconds, failures }: { intervalSeconds: number; failures: number },
  end: PollEnd,
  random: number,
): { delaySeconds: number; failures: number } {
  const spread = 0.9 + random * 0.2;
  if (end.ok) return { delaySeconds: intervalSeconds * spread, failures: 0 };
  if (end.status === 410) return { delaySeconds: day * spread, failures: failures + 1 };
  const backoff = Math.min(intervalSeconds * 2 ** Math.min(failures, 20), Math.max(hour, intervalSeconds));
  const asked = isThrottled(end) ? Math.min(end.retryAfterSeconds ?? 0, day) : 0;
  return { delaySeconds: Math.max(backoff * spread, asked * (1 + random * 0.1)), failures: failures + 1 };
}

function isThrottled({ status }: { status?: number }): boolean {
  return status === 429 || status === 503;
}

/** Retry-After in seconds from `now`: a number or a date. Undefined when it is neither. Not negative. */
export function parseRetryAfter(header: string | undefined, now: Date): number | undefined {
  const value = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value);
  // Date.parse takes many things for dates; an HTTP date has letters, spaces and a clock.
  const at = /^[a-z]{3,9}, .*\d:\d\d/i.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now.getTime()) / 1000));
}
