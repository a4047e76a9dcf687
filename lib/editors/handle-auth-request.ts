import { getConfig } from '@/lib/config/config';
import { readApiToken } from './api-tokens';
import { getAuth } from './auth';
import { evenOutTime } from './even-out-time';
import { hasBearerToken, isSameOrigin, listOwnOrigins } from './same-origin';

/**
 * Answers a request below `/api/auth`. Changing requests must carry JSON and come from the portal's own pages or from a
 * program (same-origin.ts).
 */
export async function handleAuthRequest(request: Request): Promise<Response> {
  const startedAt = performance.now();
  const refusal = request.method === 'GET' ? null : refuse(request);
  const response = refusal ?? (await getAuth().handler(await withOrigin(request)));
  // An account that exists costs a query more; nobody should be able to measure that.
  if (isSignIn(request) && response.status === 401) await evenOutTime(startedAt, 250);
  const headers = new Headers(response.headers);
  headers.set('Cache-Control', 'no-store');
  return new Response(response.body, { status: response.status, headers });
}

function refuse(request: Request): Response | null {
  const { headers } = request;
  if (!/^application\/json\s*(;|$)/i.test(headers.get('content-type') ?? '')) {
    return Response.json({ code: 'json-expected' }, { status: 415 });
  }
  if (readApiToken(headers) !== undefined)
    return Response.json({ code: 'token-not-allowed' }, { status: 403 });
  if (hasBearerToken(headers) || isSameOrigin(headers, listOwnOrigins(getConfig()))) return null;
  return Response.json({ code: 'foreign-origin' }, { status: 403 });
}

/** better-auth refuses a cookie without `Origin`; a program that passed the check above gets the portal's own. */
async function withOrigin(request: Request): Promise<Request> {
  const { url, method } = request;
  if (method === 'GET' || request.headers.has('origin')) return request;
  const headers = new Headers(request.headers);
  headers.set('origin', getConfig().siteUrl);
  return new Request(url, { method, headers, body: await request.text() });
}

function isSignIn(request: Request): boolean {
  return /\/sign-in\/email\/?$/.test(new URL(request.url).pathname);
}
