import { decodeEucKr } from './charset-euc-kr';

const charsetNames: Readonly<Record<string, string>> = {
  cp949: 'euc-kr',
  cp932: 'shift_jis',
  cp936: 'gb18030',
  'euc-cn': 'gb18030',
  macroman: 'macintosh',
  maccyrillic: 'x-mac-cyrillic',
};

/** Names of the detector, of old files and of people to the name that TextDecoder has; undefined when there is none. */
export function normaliseCharset(label: string): string | undefined {
  const folded = label.trim().toLowerCase();
  const name =
    charsetNames[folded] ?? (/^gb(?:k|2312|18030|_2312|$)/.test(folded) ? 'gb18030' : folded.replace(/^cp(?=\d)/, 'windows-')); // prettier-ignore
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}

/** The text, or undefined when a byte does not fit. */
export function decodeStrictly(bytes: Uint8Array, charset: string): string | undefined {
  if (charset === 'euc-kr') return decodeEucKr(bytes);
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
