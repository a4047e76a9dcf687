import { splitAtoms } from './break-pieces';

/** A run of text that is drawn together, at its place in the line. Thousandths of the type size. */
export interface PlacedRun {
  text: string;
  x: number;
}

export interface SetLine {
  width: number;
  runs: PlacedRun[];
}

const em = 1000;
const opening = /^[\uff08\uff3b\uff5b\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u2018\u201c]$/;
const closing =
  /^[\u3001\u3002\uff0c\uff1b\uff1a\uff01\uff1f\uff0e\uff09\uff3d\uff5d\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u2019\u201d]$/;
const han = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]$/u;
const western = /[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{Nd}%$€£¥]/u;

/**
 * Places a line: full-width punctuation gives up its empty half at the line's ends and beside other punctuation, and
 * a little space parts Chinese from Latin (CSS Text 4, `text-spacing-trim` and `text-autospace`). `measure` is
 * the width of a run.
 */
export function setLine(text: string, measure: (run: string) => number): SetLine {
  const atoms = splitAtoms(text);
  const runs: PlacedRun[] = [];
  let x = 0;
  let before: string | undefined;
  for (const atom of atoms) {
    if (atom !== ' ') {
      x += findGap(before, atom, measure);
      runs.push({ text: atom, x });
      x += measure(atom);
    } else if (before !== undefined) x += em / 4;
    before = atom;
  }
  const last = runs.at(-1)?.text;
  return { width: last !== undefined && isWide(last, closing, measure) ? x - em / 2 : x, runs };
}

function findGap(before: string | undefined, after: string, measure: (run: string) => number): number {
  if (before === undefined) return isWide(after, opening, measure) ? -em / 2 : 0;
  if (isWide(after, opening, measure) && (opening.test(before) || closing.test(before))) return -em / 2;
  if (isWide(before, closing, measure) && closing.test(after)) return -em / 2;
  const isMixed =
    (han.test(before) && western.test(after.slice(0, 1))) ||
    (western.test(before.slice(-1)) && han.test(after));
  return isMixed ? em / 12 : 0;
}

function isWide(atom: string, kind: RegExp, measure: (run: string) => number): boolean {
  return kind.test(atom) && measure(atom) >= em * 0.9;
}
