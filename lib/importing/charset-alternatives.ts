import { decodeEucKr } from './charset-euc-kr';
import { normaliseCharset } from './charset-label';

/** Another way to read a file: its name for `decodeText`, and how the first words beyond ASCII would look. */
export interface CharsetAlternative {
  charset: string;
  sample: string;
}

const candidates = [
  'utf-8', 'gb18030', 'big5', 'shift_jis', 'euc-kr', 'euc-jp', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1251', 'koi8-r',
]; // prettier-ignore
const maxAlternatives = 6;
const sampleLength = 120;
const maxBytes = 65_536;

/**
 * At most six other readings of a file that was read as `chosen`, the likeliest first, for an editor to choose from. Only
 * those in which every byte has a meaning and which look different; none for plain ASCII, which is the same in all.
 */
export function listCharsetAlternatives(bytes: Uint8Array, chosen: string): CharsetAlternative[] {
  const hasMark = /^(?:fffe|feff)/.test(Buffer.from(bytes.subarray(0, 2)).toString('hex'));
  const sample = bytes.subarray(hasMark ? 2 : 0, maxBytes);
  if (!sample.some((byte) => byte >= 0x80 || byte === 0)) return [];
  const current = readSample(sample, normaliseCharset(chosen) ?? chosen);
  const seen = new Set([current]);
  const found: CharsetAlternative[] = [];
  for (const charset of candidates) {
    const text = readSample(sample, charset);
    if (text === undefined || seen.has(text)) continue;
    seen.add(text);
    found.push({ charset, sample: text });
  }
  return found.slice(0, maxAlternatives);
}

/** Undefined when a byte has no meaning in that character set, or a meaning that no text has. */
function readSample(bytes: Uint8Array, charset: string): string | undefined {
  if (charset.startsWith('utf-16') && bytes.length % 2 !== 0) return undefined;
  const text = decodeStart(bytes, charset) ?? '\ufffd';
  if (/[\u0000-\u0008\u000e-\u001a\u007f-\u009f\ue000-\uf8ff\ufffd-\uffff]/.test(text)) return undefined;
  const first = text.search(/[^\u0000-\u007f]/);
  if (first < 0) return undefined;
  const start = Math.max(0, first - 20);
  return text
    .slice(start, start + sampleLength)
    .replace(/\s+/gu, ' ')
    .trim()
    .toWellFormed();
}

/** As a stream, for the sample may end within a character. */
function decodeStart(bytes: Uint8Array, charset: string): string | undefined {
  if (charset === 'euc-kr') return decodeEucKr(bytes) ?? decodeEucKr(bytes.subarray(0, -1));
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}
