import { AppError } from '@/lib/errors/app-error';
import { getConfig } from '@/lib/config/config';
import { readApiToken, type TokenScope } from './api-tokens';
import { useApiToken } from './api-tokens-store';
import { getAuth } from './auth';
import { readClientAddress } from './client-address';
import { parseEditor, type Editor } from './editor';
import { hasBearerToken, isSameOrigin, listOwnOrigins } from './same-origin';

const safeMethods = new Set(['GET', 'HEAD']);

/**
 * The editor who sent a request, by session cookie, `Authorization: Bearer <session token>`, or an API token
 * (`Bearer finews_…`). A session has all rights; an API token may do only what names a `scope` that it has.
 * Throws AppError `not-signed-in`, `token-expired`, `token-revoked` (401), `token-not-allowed` and
 * `token-scope-missing` (403), and `foreign-origin` (403) for a changing request that a browser did not send from one
 * of the portal's own pages. Given headers alone, it takes the request for a changing one.
 */
export async function requireEditor(request: Request | Headers, scope?: TokenScope): Promise<Editor> {
  const headers = request instanceof Headers ? request : request.headers;
  const apiToken = readApiToken(headers);
  if (apiToken !== undefined) return requireTokenEditor(apiToken, readClientAddress(headers), scope);
  const changes = request instanceof Headers || !safeMethods.has(request.method);
  const isProgram = hasBearerToken(headers);
  if (changes && !isProgram && !isSameOrigin(headers, listOwnOrigins(getConfig()))) {
    throw new AppError(
      headers.has('cookie') ? 'foreign-origin' : 'not-signed-in',
      {},
      headers.has('cookie') ? 403 : 401,
    );
  }
  const found = await findSession(isProgram ? withoutCookies(headers) : headers);
  if (!found) throw new AppError('not-signed-in', {}, 401);
  return found.editor;
}

async function requireTokenEditor(token: string, address: string, scope?: TokenScope): Promise<Editor> {
  const { editor, scopes } = await useApiToken(token, address);
  if (scope === undefined) throw new AppError('token-not-allowed', {}, 403);
  if (!scopes.includes(scope)) throw new AppError('token-scope-missing', { scope }, 403);
  return editor;
}

/** Like `requireEditor`, for what only the role `admin` may do: throws `not-allowed` (403) for others. */
export async function requireAdmin(request: Request | Headers): Promise<Editor> {
  const editor = await requireEditor(request);
  if (editor.role !== 'admin') throw new AppError('not-allowed', {}, 403);
  return editor;
}

/** The session and editor that headers belong to; undefined when there is none or the editor is disabled. */
export async function findSession(
  headers: Headers,
): Promise<{ editor: Editor; sessionId: string } | undefined> {
  // Only `/api/auth/get-session` prolongs a session: elsewhere the new cookie could not be sent.
  const found = await getAuth().api.getSession({ headers, query: { disableRefresh: true } });
  const editor = parseEditor(found?.user);
  return found && editor ? { editor, sessionId: found.session.id } : undefined;
}

/** A token that is stated counts alone, so that a wrong one never falls back on a cookie. */
function withoutCookies(headers: Headers): Headers {
  const copy = new Headers(headers);
  copy.delete('cookie');
  return copy;
}
