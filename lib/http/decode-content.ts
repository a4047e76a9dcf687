import { promisify } from 'node:util';
import { brotliDecompress, constants, gunzip, inflate, inflateRaw } from 'node:zlib';
import { AppError } from '@/lib/errors/app-error';
import { hasCode } from '@/lib/errors/has-code';

/** Codings that may be stacked; more is an attack. */
const maxCodings = 2;

/**
 * Undoes the Content-Encoding of a body, at most to `maxBytes`: a small body may unfold to gigabytes. A stream that
 * was cut short gives what there is. Throws `fetch-too-large` and `fetch-failed` (unknown or broken coding).
 */
export async function decodeContent(
  body: Buffer,
  contentEncoding: string,
  maxBytes: number,
): Promise<Buffer> {
  const codings = contentEncoding.toLowerCase().split(',').map((coding) => coding.trim()).filter((coding) => coding !== '' && coding !== 'identity'); // prettier-ignore
  if (codings.length > maxCodings) throw new AppError('fetch-failed', { reason: 'content-encoding' }, 502);
  let decoded = body;
  for (const coding of codings.reverse()) decoded = await decodeOne(decoded, coding, maxBytes);
  return decoded;
}

async function decodeOne(body: Buffer, coding: string, maxBytes: number): Promise<Buffer> {
  // Many feeds are cut off somewhere: their items are worth more than a checksum.
  const options = { maxOutputLength: maxBytes, finishFlush: constants.Z_SYNC_FLUSH };
  try {
    if (coding === 'gzip' || coding === 'x-gzip') return await promisify(gunzip)(body, options);
    if (coding === 'deflate') {
      const isWrapped = ((body[0] ?? 0) & 0x0f) === 8; // RFC 1950 or, as some servers send it, bare RFC 1951
      return await (isWrapped ? promisify(inflate) : promisify(inflateRaw))(body, options);
    }
    if (coding === 'br') return await promisify(brotliDecompress)(body, { maxOutputLength: maxBytes });
  } catch (cause) {
    if (hasCode(cause, 'ERR_BUFFER_TOO_LARGE'))
      throw new AppError('fetch-too-large', { limit: maxBytes }, 502, { cause });
    throw new AppError('fetch-failed', { reason: 'content-encoding' }, 502, { cause });
  }
  throw new AppError('fetch-failed', { reason: 'content-encoding' }, 502);
}
