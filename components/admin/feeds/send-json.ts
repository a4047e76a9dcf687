import { type PostResult, readResult } from '../post-json';

/** Like `postJson`, for the other methods that change something. */
export async function sendJson(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  body: unknown = {},
): Promise<PostResult> {
  try {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(url, { method, headers, body: JSON.stringify(body) });
    return readResult(response.ok, await response.text(), response.headers.get('retry-after'));
  } catch {
    return { ok: false, code: 'no-connection', params: {} };
  }
}
