import { getConfig } from '@/lib/config/config';
import { AppError } from '@/lib/errors/app-error';
import { hasBearerToken, isSameOrigin, listOwnOrigins } from './same-origin';

const usualLength = 10_000;

/**
 * The JSON body of a form on the portal's own pages, or of a program with a token. Throws AppError `foreign-origin`
 * (403), `json-expected` (415), `form-invalid` (400); the last also for more than `maxLength` characters.
 */
export async function readOwnJson(request: Request, maxLength = usualLength): Promise<unknown> {
  const { headers } = request;
  if (!hasBearerToken(headers) && !isSameOrigin(headers, listOwnOrigins(getConfig()))) {
    throw new AppError('foreign-origin', {}, 403);
  }
  // A form of another site can send text/plain without asking first, JSON it cannot.
  if (!/^application\/json\s*(;|$)/i.test(headers.get('content-type') ?? '')) {
    throw new AppError('json-expected', {}, 415);
  }
  const text = await request.text();
  try {
    if (text.length > maxLength) throw new RangeError('too long');
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('form-invalid', {}, 400, { cause });
  }
}
