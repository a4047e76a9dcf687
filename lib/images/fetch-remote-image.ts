import { AppError } from '@/lib/errors/app-error';
import type { PrivateAccess } from '@/lib/http/resolve-target';
import { safeFetch } from '@/lib/http/safe-fetch';
import { findImageType } from './encode-image';

const maxBytes = 15 * 1024 * 1024;
const timeoutMs = 20_000;
const accept = 'image/webp,image/png,image/jpeg,image/gif;q=0.9';

/**
 * The bytes of a remote picture. Hosts that guard against use by other sites want no `Referer`, the page that the
 * picture belongs to, or a page of their own: these are tried in turn. Throws the AppErrors of `safeFetch`,
 * `image-refused` (params: status) and `image-unreadable` when what comes is no picture.
 */
export async function fetchRemoteImage(
  url: string,
  sourceUrl: string | null,
  access: PrivateAccess = {},
): Promise<Buffer> {
  let failure = new AppError('image-unreadable', {}, 422);
  for (const referer of listReferrers(url, sourceUrl)) {
    const options = { ...access, ...(referer !== null && { headers: { referer } }) };
    const { status, body } = await safeFetch(url, { ...options, accept, maxBytes, timeoutMs });
    if (status === 200 && findImageType(body) !== undefined) return body;
    failure =
      status === 200
        ? new AppError('image-unreadable', {}, 422)
        : new AppError('image-refused', { status }, 502);
    // Nobody who is asked too much, or is ill, gets better by more questions.
    if (status === 429 || status >= 500) break;
  }
  throw failure;
}

function listReferrers(url: string, sourceUrl: string | null): (string | null)[] {
  const own = `${new URL(url).origin}/`;
  return [...new Set([null, ...(sourceUrl === null ? [] : [sourceUrl]), own])];
}
