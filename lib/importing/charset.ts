import { detect } from 'jschardet';
import { decodeStrictly, normaliseCharset } from './charset-label';
import { findUnmarkedUtf16 } from './charset-unmarked-utf16';

/** `guessed` is true when nothing in the bytes says the character set for certain. */
export type DecodedText = { text: string; charset: string; guessed: boolean } | { binary: true };

/**
 * Bytes of unknown origin to text: byte order mark, UTF-8, UTF-16 without a mark, a charset that the file
 * declares, then statistics. Text keeps its line ends; the mark is removed. Binary is what has NUL bytes outside
 * UTF-16, begins like a known binary format, or is mostly control characters. A `charset` that a person states (any
 * label of the Encoding Standard; others are ignored) counts more than everything but a byte order mark.
 */
export function decodeText(bytes: Uint8Array, { charset }: { charset?: string } = {}): DecodedText {
  return (
    decodeMarked(bytes) ??
    (startsLikeBinary(bytes) ? { binary: true } : undefined) ??
    decodeStated(bytes, charset) ??
    decodeUtf16(bytes) ??
    decodeUtf8(bytes) ??
    decodeUnmarkedUtf16(bytes) ??
    decodeLegacy(bytes)
  );
}

function decodeStated(bytes: Uint8Array, label: string | undefined): DecodedText | undefined {
  const charset = label && normaliseCharset(label);
  if (!charset) return undefined;
  const text = decodeStrictly(bytes, charset) ?? new TextDecoder(charset).decode(bytes);
  return looksBinary(text) ? { binary: true } : { text, charset, guessed: false };
}

function decodeUnmarkedUtf16(bytes: Uint8Array): DecodedText | undefined {
  const charset = findUnmarkedUtf16(bytes);
  const text = charset && decodeStrictly(bytes, charset);
  return charset && text !== undefined ? { text, charset, guessed: true } : undefined;
}

const marks: readonly [readonly number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe, 0, 0], 'utf-32le'],
  [[0, 0, 0xfe, 0xff], 'utf-32be'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

function decodeMarked(bytes: Uint8Array): DecodedText | undefined {
  const found = marks.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (!found) return undefined;
  const [mark, charset] = found;
  const rest = bytes.subarray(mark.length);
  if (charset.startsWith('utf-32'))
    return { text: decodeUtf32(rest, charset === 'utf-32le'), charset, guessed: false };
  const order = charset === 'utf-8' ? charset : findByteOrder(rest, charset);
  const text = new TextDecoder(order, { ignoreBOM: true }).decode(rest);
  return looksBinary(text) ? { binary: true } : { text, charset: order, guessed: false };
}

/** Some programs write the mark of one byte order and the text in the other; spaces and line ends tell which it is. */
function findByteOrder(bytes: Uint8Array, marked: string): string {
  const other = marked === 'utf-16le' ? 'utf-16be' : 'utf-16le';
  const sample = bytes.subarray(0, 8192);
  const count = (charset: string) => new TextDecoder(charset).decode(sample).match(/[ \n，。]/g)?.length ?? 0;
  return count(marked) === 0 && count(other) > 3 ? other : marked;
}

/** TextDecoder does not know UTF-32. */
function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const characters: string[] = [];
  for (let offset = 0; offset + 4 <= bytes.length; offset += 4) {
    const codePoint = view.getUint32(offset, littleEndian);
    characters.push(codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '\ufffd');
  }
  return characters.join('').toWellFormed();
}

const binaryStarts: readonly string[] = [
  '\x89PNG', 'GIF8', '\xff\xd8\xff', 'PK\x03\x04', 'PK\x05\x06', '%PDF-', '\x1f\x8b', 'Rar!', '7z\xbc\xaf', '\x7fELF', 'BZh', '\xfd7zXZ',
  'wOFF', 'wOF2', 'OTTO', '\xca\xfe\xba\xbe', 'SQLite format 3', 'RIFF', 'OggS', 'ID3', '\x28\xb5\x2f\xfd',
]; // prettier-ignore

function startsLikeBinary(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  return binaryStarts.some((magic) => start.startsWith(magic));
}

/** Without a mark, Latin or Chinese text in UTF-16 shows by zero bytes (or line ends) on one side of each pair. */
function decodeUtf16(bytes: Uint8Array): DecodedText | undefined {
  if (!bytes.includes(0)) return undefined;
  const zeros = [0, 0];
  for (let index = 0; index < Math.min(bytes.length, 65_536); index += 1) {
    if (bytes[index] === 0) zeros[index % 2]! += 1; // eslint-disable-line @typescript-eslint/no-non-null-assertion
  }
  // A few NUL characters in other text are dirt, and are taken out later.
  if (isTolerable((zeros[0] ?? 0) + (zeros[1] ?? 0), Math.min(bytes.length, 65_536))) return undefined;
  if (bytes.length % 2 !== 0) return { binary: true };
  const charset = (zeros[1] ?? 0) >= (zeros[0] ?? 0) ? 'utf-16le' : 'utf-16be';
  const text = decodeStrictly(bytes, charset);
  return text === undefined || looksBinary(text) ? { binary: true } : { text, charset, guessed: true };
}

function decodeUtf8(bytes: Uint8Array): DecodedText | undefined {
  const text = decodeStrictly(bytes, 'utf-8');
  // ISO-2022 is made of ASCII bytes and would pass as UTF-8.
  if (text === undefined || /\x1b[$(]/.test(text)) return undefined;
  return looksBinary(text) ? { binary: true } : { text, charset: 'utf-8', guessed: false };
}

function decodeLegacy(bytes: Uint8Array): DecodedText {
  const declared = decodeDeclared(bytes);
  if (declared) return declared;
  for (const charset of guessCharsets(bytes)) {
    const text = decodeStrictly(bytes, charset);
    if (text !== undefined && !looksBinary(text)) return { text, charset, guessed: true };
  }
  // A few wrong bytes in good text must not cost the post.
  const charset = guessCharsets(bytes)[0] ?? 'utf-8';
  const text = new TextDecoder(charset).decode(bytes);
  return looksBinary(text) || isMostlyReplaced(text) ? { binary: true } : { text, charset, guessed: true };
}

/** `charset=gbk` in an HTML head, `encoding="gbk"` of XML, `charset: gbk` in front matter. */
function decodeDeclared(bytes: Uint8Array): DecodedText | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 2048));
  const label = /\b(?:charset|encoding)\s{0,4}[=:]\s{0,4}["']?([\w-]{2,20})/i.exec(head)?.[1];
  const charset = label && normaliseCharset(label);
  // A declaration that can be read byte by byte does not stand in UTF-16.
  if (!charset || charset.startsWith('utf-16')) return undefined;
  const text = decodeStrictly(bytes, charset);
  if (text !== undefined) return { text, charset, guessed: false };
  const lenient = new TextDecoder(charset).decode(bytes);
  const broken = lenient.match(/\ufffd/g)?.length ?? 0;
  const isNearly = broken * 50 < (lenient.match(/[^\u0000-\u007f]/g)?.length ?? 0);
  return isNearly ? { text: lenient, charset, guessed: false } : undefined;
}

/** Likeliest first. UTF-8 with a broken character comes before everything else. */
function guessCharsets(bytes: Uint8Array): string[] {
  const sample = Buffer.from(bytes.subarray(0, 65_536));
  if (isNearlyUtf8(sample)) return ['utf-8'];
  if (isKorean(sample)) return ['euc-kr'];
  const guess = detect(sample);
  const likely = guess.encoding ? normaliseCharset(guess.encoding) : undefined;
  const detected = likely && likely !== 'utf-8' ? [likely] : [];
  const paired = guessPaired(sample);
  if (!paired) return [...detected, 'windows-1252'];
  const isSure = guess.confidence > 0.9 && isEastAsian(likely);
  return [...(isSure || likely === 'big5' ? [...detected, paired] : [paired, ...detected]), 'windows-1252'];
}

function isEastAsian(charset: string | undefined): boolean {
  return charset !== undefined && /^(?:gb18030|big5|shift_jis|euc-|iso-2022)/.test(charset);
}

function isNearlyUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder().decode(sample);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const good = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  return good > 20 * broken;
}

/** Rare Hangul looks like Chinese to statistics over bytes; as text it shows by its syllables and spaces. */
function isKorean(sample: Uint8Array): boolean {
  const text = decodeStrictly(sample, 'euc-kr') ?? new TextDecoder('euc-kr').decode(sample);
  const letters = text.match(/[^\u0000-\u007f]/g)?.length ?? 0;
  const hangul = text.match(/[\uac00-\ud7a3]/g)?.length ?? 0;
  const spaces = text.match(/[ \n]/g)?.length ?? 0;
  return letters >= 12 && hangul >= letters * 0.95 && spaces * 8 > letters;
}

/**
 * GBK when nearly all characters beyond ASCII are everyday Chinese: pairs of B0–D7 and A1–FE, or punctuation A1–A3.
 * Korean looks the same, but its syllables end at C8 and it has spaces between words. Undefined for everything else.
 */
function guessPaired(sample: Uint8Array): 'gb18030' | 'euc-kr' | undefined {
  let common = 0;
  let beyondHangul = 0;
  let other = 0;
  let spaces = 0;
  for (let index = 0; index < sample.length; index += 1) {
    const lead = sample[index] ?? 0;
    if (lead === 0x20) spaces += 1;
    if (lead < 0x80) continue;
    index += 1;
    const isEveryday =
      (sample[index] ?? 0) >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3));
    if (!isEveryday) other += 1;
    else common += 1;
    if (isEveryday && lead > 0xc8) beyondHangul += 1;
  }
  if (common < 4 || common < other * 19) return undefined;
  return beyondHangul * 8 < common && spaces * 8 > common ? 'euc-kr' : 'gb18030';
}

function isTolerable(controls: number, length: number): boolean {
  return controls <= 4 || controls * 100 <= length;
}

/** More than one control character in a hundred (tabs, line ends and form feeds do not count) is no text. */
function looksBinary(text: string): boolean {
  const sample = text.slice(0, 65_536);
  const controls = sample.match(/[\u0000-\u0008\u000e-\u001f\ufffe\uffff]/g)?.length ?? 0;
  return !isTolerable(controls, sample.length);
}

function isMostlyReplaced(text: string): boolean {
  return (text.match(/\ufffd/g)?.length ?? 0) * 10 > text.length;
}
