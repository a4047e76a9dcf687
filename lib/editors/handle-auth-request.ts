import { getConfig } from '@/lib/config/config';
import { getAuth } from './auth';
import { evenOutTime } from './even-out-time';
import { hasBearerToken, isSameOrigin, listOwnOrigins } from './same-origin';

/**
 * Answers a request below `/api/auth`. Changing requests must carry JSON and come from the portal's own pages or a
 * program with a token; signing in is open to programs without either, as there is no session to abuse yet.
 */
export async function handleAuthRequest(request: Request): Promise<Response> {
  const startedAt = performance.now();
  const refusal = request.method === 'GET' ? null : refuse(request);
  const response = refusal ?? (await getAuth().handler(request));
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
  const isProgram = !headers.has('origin') && !headers.has('sec-fetch-site');
  const mayPass = isProgram && (isSignIn(request) || hasBearerToken(headers));
  if (mayPass || isSameOrigin(headers, listOwnOrigins(getConfig()))) return null;
  return Response.json({ code: 'foreign-origin' }, { status: 403 });
}

function isSignIn(request: Request): boolean {
  return /\/sign-in\/email\/?$/.test(new URL(request.url).pathname);
}
