import { AppError } from '@/lib/errors/app-error';
import { getConfig } from '@/lib/config/config';
import { getAuth } from './auth';
import { parseEditor, type Editor } from './editor';
import { hasBearerToken, isSameOrigin, listOwnOrigins } from './same-origin';

const safeMethods = new Set(['GET', 'HEAD']);

/**
 * The editor who sent a request, by session cookie or `Authorization: Bearer <session token>`.
 * Throws AppError `not-signed-in` (401), and `foreign-origin` (403) for a changing request that a browser did not
 * send from one of the portal's own pages. Given headers alone, it takes the request for a changing one.
 */
export async function requireEditor(request: Request | Headers): Promise<Editor> {
  const headers = request instanceof Headers ? request : request.headers;
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
