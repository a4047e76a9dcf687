import { z } from 'zod';

/** What became of a request: the answer, or the code of an error (`errors.<code>` in the messages). */
export type PostResult =
  { ok: true; body: unknown } | { ok: false; code: string; params: Record<string, string | number> };

const paramsSchema = z.record(z.string(), z.union([z.string(), z.number()]));
const plainError = z.object({ code: z.string(), params: paramsSchema.optional() });
const errorSchema = z.union([z.object({ error: plainError }).transform(({ error }) => error), plainError]);

/** Sends JSON to one of the portal's own addresses. Never throws: a lost connection is the code `no-connection`. */
export async function postJson(url: string, body: unknown = {}): Promise<PostResult> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return readResult(response.ok, await response.text(), response.headers.get('retry-after'));
  } catch {
    return { ok: false, code: 'no-connection', params: {} };
  }
}

/** Reads the text of an answer; an error that says nothing of its own is `unexpected`. */
export function readResult(ok: boolean, text: string, retryAfter: string | null = null): PostResult {
  const body = parseJson(text);
  if (ok) return { ok: true, body };
  const error = errorSchema.safeParse(body).data;
  const minutes = Math.ceil(Number(retryAfter ?? 0) / 60);
  return { ok: false, code: error?.code ?? 'unexpected', params: { minutes, ...error?.params } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
