import type { z } from 'zod';
import { readResult } from '../post-json';

export type GetResult<T> =
  { ok: true; data: T } | { ok: false; code: string; params: Record<string, string | number> };

/** Reads one of the portal's own addresses. Never throws: a lost connection is the code `no-connection`. */
export async function getJson<T>(url: string, schema: z.ZodType<T>): Promise<GetResult<T>> {
  try {
    const response = await fetch(url);
    const result = readResult(response.ok, await response.text());
    if (!result.ok) return result;
    const parsed = schema.safeParse(result.body);
    return parsed.success ? { ok: true, data: parsed.data } : { ok: false, code: 'unexpected', params: {} };
  } catch {
    return { ok: false, code: 'no-connection', params: {} };
  }
}
