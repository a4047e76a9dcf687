/**
 * Which characters may begin or end a line. Source: Requirements for Chinese Text Layout (W3C clreq), 3.1.4
 * "Prohibition rules for line start and line end", and JLReq 3.1.7 and 3.1.8 for Japanese (strict).
 */
const notFirst =
  /^[\u3001\u3002\uff0c\uff1b\uff1a\uff1f\uff01\uff0e,.;:?!)\]}\uff09\uff3d\uff5d\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301f\u2019\u201d\u2014\u2026\u00b7\u2022\u30fb%\u2030\uff05\u2103\u00b0\uff5e~\/\uff0f\u3005\u303b\u309d\u309e\u30fc-\u30fe\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30f5\u30f6]/;
const notLast =
  /[([{\uff08\uff3b\uff5b\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301d\u2018\u201c$\u00a5\u00a3\u20ac\uffe5\uff04\uffe1#@]$/;

/** A part of a text within which no line breaks. */
export interface Piece {
  text: string;
  /** A space follows, which vanishes at a line's end. */
  hasSpace: boolean;
  /** A break after it would part a word, or a number from what it counts: allowed, but only where nothing else fits. */
  isInWord: boolean;
}

/**
 * Cuts a text at the places where a line may break: between Chinese characters, at spaces, never within a word of
 * letters or a number, never so that a line begins with `，。》` or ends with `《（`.
 */
export function breakPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let glue = false;
  for (const atom of splitAtoms(text)) {
    const last = pieces.at(-1);
    if (atom === ' ') {
      if (last) last.hasSpace = true;
      continue;
    }
    if (last && (glue || notFirst.test(atom))) {
      last.text += last.hasSpace ? ` ${atom}` : atom;
      last.hasSpace = false;
    } else pieces.push({ text: atom, hasSpace: false, isInWord: false });
    glue = notLast.test(atom);
  }
  markWords(text, pieces);
  return pieces;
}

/** Single characters of the scripts without spaces; runs of everything else; spaces. */
export function splitAtoms(text: string): string[] {
  const wide = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\u3000-\u30ff\uff00-\uffef\u2014\u2018-\u201d\u2026\u00b7\u2460-\u27bf\u2190-\u21ff\u25a0-\u26ff]`;
  return (
    text.match(new RegExp(String.raw`${wide}\p{M}*| +|(?:(?!${wide})[^ ])+`, 'gu'))?.map(foldSpace) ?? []
  );
}

function foldSpace(atom: string): string {
  return atom.startsWith(' ') ? ' ' : atom;
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });

function markWords(text: string, pieces: Piece[]): void {
  const boundaries = new Set(Array.from(words.segment(text), ({ index }) => index));
  let offset = 0;
  for (const [index, piece] of pieces.entries()) {
    offset = text.indexOf(piece.text, offset) + piece.text.length;
    const next = pieces[index + 1]?.text ?? '';
    const counts = /[\d\p{Nd}]$/u.test(piece.text) && /^\p{sc=Han}/u.test(next);
    piece.isInWord = !piece.hasSpace && next !== '' && (counts || !boundaries.has(offset));
  }
}
