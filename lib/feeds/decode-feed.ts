import { AppError } from '@/lib/errors/app-error';
import { decodeText } from '@/lib/importing/charset';

/**
 * The text of a feed, with `\n` as line end and without control characters. The editor's choice of a character set
 * counts first, then what the server says (unless the bytes are no such text: many servers say it of everything),
 * then the feed itself. Throws `feed-unreadable` for what is no text.
 */
export function decodeFeed(body: Buffer, contentType: string, chosen?: string): string {
  const text =
    decodeAs(body, chosen, false) ?? decodeAs(body, readCharset(contentType), true) ?? decode(body);
  return text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g, '').toWellFormed(); // prettier-ignore
}

function decode(body: Buffer): string {
  const decoded = decodeText(body);
  if ('binary' in decoded) throw new AppError('feed-unreadable', {}, 422);
  return decoded.text;
}

function decodeAs(body: Buffer, charset: string | undefined, fatal: boolean): string | undefined {
  if (charset === undefined) return undefined;
  try {
    return new TextDecoder(charset, { fatal }).decode(body);
  } catch {
    return undefined;
  }
}

/** Latin-1 and its kin fit any bytes and are what servers say by default: no evidence. */
function readCharset(contentType: string): string | undefined {
  const charset = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1];
  return charset && !/^(?:iso-8859-1|us-ascii|windows-1252|latin1)$/i.test(charset) ? charset : undefined;
}
