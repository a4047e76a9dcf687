import { decodeStrictly } from './charset-label';

/**
 * Chinese or Japanese in UTF-16 without a mark and without enough ASCII for zero bytes to tell. Nearly every pair must
 * be an ideograph, kana or their punctuation; a part of the high bytes must lie where no other East Asian encoding has
 * its lead bytes, and of the low bytes where ASCII has none.
 */
export function findUnmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 16 || bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, 8192);
  return (['utf-16le', 'utf-16be'] as const).find((charset) => {
    const text = decodeStrictly(sample, charset);
    return text !== undefined && isSpread(sample, charset) && isEastAsian(text);
  });
}

function isEastAsian(text: string): boolean {
  const good = text.match(/[\t\n\r -~\u2010-\u203f\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]/g)?.length ?? 0;
  return good >= text.length * 0.95;
}

function isSpread(sample: Uint8Array, charset: string): boolean {
  let highs = 0;
  let lows = 0;
  for (let index = 0; index + 1 < sample.length; index += 2) {
    const [first = 0, second = 0] = [sample[index], sample[index + 1]];
    const [low, high] = charset === 'utf-16le' ? [first, second] : [second, first];
    if (high >= 0x4e && high < 0x80) highs += 1;
    if (low >= 0x80) lows += 1;
  }
  const pairs = sample.length / 2;
  return highs >= pairs * 0.3 && lows >= pairs * 0.2;
}
