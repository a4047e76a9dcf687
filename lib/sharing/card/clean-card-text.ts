const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** More never fits on a card; a title may be of any length. */
const longest = 240;

/**
 * A text as it may be drawn, before fonts are asked: white space folded, invisible and direction characters out,
 * variation selectors and keycaps too, composed (NFC), at most 240 characters; a cut text ends in `…`.
 */
export function cleanCardText(text: string): string {
  const visible = text
    // Twenty units a character are enough even for families of emoji.
    .slice(0, longest * 20)
    .toWellFormed()
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\ufe00-\ufe0f\u20e3\ufffc\ufffd\u{e0100}-\u{e01ef}]/gu, '')
    .trim();
  const graphemes = Array.from(segmenter.segment(visible), ({ segment }) => segment);
  return graphemes.length > longest ? `${graphemes.slice(0, longest).join('').trimEnd()}…` : visible;
}

/** The geta mark; source: Unicode, U+3013. */
export const missingHan = '\u3013';

/** What a text is drawn with where a character itself is in no font: `㌬` as `パーツ`. Same letters, plain forms. */
export function spellPlainly(text: string): string {
  return text.normalize('NFKC');
}

/**
 * The part of a cleaned text that can be drawn, so that a card never shows an empty box: characters that no font has
 * are spelled plainly or left out; for a Chinese one stands `〓`, as printers do. Undefined where more than a third
 * of its letters is lost: then it says nothing.
 */
export function keepDrawable(text: string, covers: (text: string) => boolean): string | undefined {
  let letters = 0;
  let lost = 0;
  let kept = '';
  for (const { segment } of segmenter.segment(text)) {
    const isLetter = /[\p{L}\p{N}]/u.test(segment);
    if (isLetter) letters += 1;
    const drawable = [segment, spellPlainly(segment), stripMarks(segment)].find(
      (spelling) => spelling !== '' && covers(spelling),
    );
    if (drawable === undefined && isLetter) lost += 1;
    kept += drawable ?? (/\p{sc=Han}/u.test(segment) ? missingHan : '');
  }
  const result = kept.replace(/ +/g, ' ').trim();
  return result === '' || lost * 3 > letters ? undefined : result;
}

/** A letter with more marks than any font draws (zalgo) is drawn without them. */
function stripMarks(segment: string): string {
  return segment.normalize('NFD').replace(/\p{M}/gu, '');
}
