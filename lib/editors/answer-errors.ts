import { getConfig } from '@/lib/config/config';
import { getLogger } from '@/lib/config/logger';
import { isDatabaseUnavailable } from '@/lib/db/is-database-unavailable';
import { AppError } from '@/lib/errors/app-error';
import { isDiskFull } from '@/lib/errors/is-disk-full';
import { chooseLocale } from '@/lib/i18n/choose-locale';
import { describeError } from '@/lib/i18n/describe-error';

/**
 * Runs a handler. An AppError becomes `{code, params, message}` with its status, the message in the language that the
 * request asks for; a database that does not answer 503
 * `database-unavailable`, a full disk 507 `disk-full`, anything else 500 `unexpected` and a line in the log.
 */
export async function answerErrors(request: Request, handler: () => Promise<Response>): Promise<Response> {
  try {
    const response = await handler();
    response.headers.set('Cache-Control', 'no-store');
    return response;
  } catch (error) {
    const { code, params, status } = toAppError(error, request);
    const headers = { 'Cache-Control': 'no-store', ...(status === 503 && { 'Retry-After': '10' }) };
    const locale = chooseLocale(request.headers.get('accept-language'), getConfig().defaultLocale);
    const message = describeError({ code, params }, locale);
    return Response.json({ code, params, message }, { status, headers });
  }
}

function toAppError(error: unknown, request: Request): AppError {
  if (error instanceof AppError) return error;
  if (isDiskFull(error)) return new AppError('disk-full', {}, 507, { cause: error });
  if (isDatabaseUnavailable(error)) return new AppError('database-unavailable', {}, 503, { cause: error });
  getLogger().error({ err: error, path: new URL(request.url).pathname }, 'request failed');
  return new AppError('unexpected', {}, 500, { cause: error });
}
