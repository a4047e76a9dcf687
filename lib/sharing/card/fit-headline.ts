import { breakPieces, type Piece } from './break-pieces';
import { type SetLine, setLine } from './set-line';

/** A headline as it stands on the card. */
export interface FittedText {
  /** Type size in pixels. */
  size: number;
  lines: SetLine[];
}

/** A size and how many lines of it there may be; tried in order. */
export interface HeadlineStep {
  size: number;
  lines: number;
}

type SetText = (text: string) => SetLine;

/**
 * Sets a headline in a box `width` pixels wide, in the largest of the steps that holds it. What is too long for the
 * last one is cut and ends in `…`.
 */
export function fitHeadline(
  text: string,
  width: number,
  steps: readonly HeadlineStep[],
  measure: (run: string) => number,
): FittedText {
  const pieces = breakPieces(text);
  const set = remember((line) => setLine(line, measure));
  let split: FittedText | undefined;
  for (const step of steps) {
    const room = (width / step.size) * 1000;
    if (pieces.some((piece) => set(piece.text).width > room)) continue;
    const found = chooseBreaks(pieces, room, step.lines, set);
    if (found && !found.splitsWord) return { size: step.size, lines: found.lines };
    // A little smaller is better than a word in two lines.
    if (found) split ??= { size: step.size, lines: found.lines };
  }
  if (split) return split;
  const last = steps.at(-1) ?? { size: 48, lines: 4 };
  const room = (width / last.size) * 1000;
  return { size: last.size, lines: cutToFit(splitLong(pieces, room, set), room, last.lines, set) };
}

function join(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text, hasSpace }) => (hasSpace ? `${text} ` : text))
    .join('')
    .trimEnd();
}

interface Broken {
  lines: SetLine[];
  cost: number;
  /** Whether a line ends within a word. */
  splitsWord: boolean;
}

/**
 * The breaks that read best, by dynamic programming as in Knuth and Plass, "Breaking Paragraphs into Lines" (1981):
 * lines filled evenly, words whole, no short last line. Undefined where more lines are needed than allowed.
 */
function chooseBreaks(
  pieces: readonly Piece[],
  room: number,
  limit: number,
  set: SetText,
): Broken | undefined {
  // By number of pieces set: the best way to set them in exactly `count` lines.
  let best = new Map<number, Broken>([[0, { cost: 0, lines: [], splitsWord: false }]]);
  for (let count = 1; count <= limit; count += 1) {
    const next: typeof best = new Map();
    for (const [start, way] of best) {
      for (let end = start + 1; end <= pieces.length; end += 1) {
        const line = set(join(pieces.slice(start, end)));
        if (line.width > room) break;
        const last = pieces[end - 1];
        const cost = way.cost + judgeLine(line.width / room, end === pieces.length, last);
        const splitsWord = way.splitsWord || last?.isInWord === true;
        if (cost < (next.get(end)?.cost ?? Infinity))
          next.set(end, { cost, lines: [...way.lines, line], splitsWord });
      }
    }
    const whole = next.get(pieces.length);
    if (whole) return whole;
    best = next;
  }
  return undefined;
}

/** `fill` is the part of the line that is used, 0 to 1. */
function judgeLine(fill: number, isLast: boolean, end: Piece | undefined): number {
  const empty = (1 - fill) ** 2 * 100;
  if (isLast) return fill < 0.3 ? (0.3 - fill) * 150 : 0;
  const isPause = /[\uff0c\u3001\uff1b\uff1a\uff1f\uff01\u3002,;:]$/.test(end?.text ?? '');
  return empty + (end?.isInWord ? 25 : 0) - (isPause ? 5 : 0);
}

/** As many whole words as fit, with an ellipsis at the end, not after a comma. */
function cutToFit(pieces: Piece[], room: number, limit: number, set: SetText): SetLine[] {
  const isLetters = pieces.every(({ isInWord }, index) => isInWord || index === pieces.length - 1);
  for (let count = countFitting(pieces, room, limit, set); count > 0; count -= 1) {
    const kept = pieces.slice(0, count);
    const last = kept.at(-1);
    if (!last || (last.isInWord && count > 1 && !isLetters)) continue;
    const text = count === pieces.length ? last.text : `${last.text.replace(/[\p{P}\s]+$/u, '')}…`;
    const found = chooseBreaks([...kept.slice(0, -1), { ...last, text }], room, limit, set);
    if (found) return found.lines;
  }
  return [];
}

/** A word that is wider than a line breaks anywhere: addresses, and letters without end. */
function splitLong(pieces: Piece[], room: number, set: SetText): Piece[] {
  return pieces.flatMap((piece) => {
    if (set(piece.text).width <= room) return [piece];
    const letters = Array.from(piece.text);
    return letters.map((text, index) => ({
      text,
      hasSpace: index === letters.length - 1 && piece.hasSpace,
      isInWord: true,
    }));
  });
}

/** How many pieces at most stand in so many lines, each filled to its end. */
function countFitting(pieces: readonly Piece[], room: number, limit: number, set: SetText): number {
  let start = 0;
  for (let line = 0; line < limit; line += 1) {
    let end = start;
    while (end < pieces.length && set(join(pieces.slice(start, end + 1))).width <= room) end += 1;
    start = end;
  }
  return start;
}

/** The same stretch is asked for in many ways of breaking, and in every size. */
function remember(set: SetText): SetText {
  const known = new Map<string, SetLine>();
  return (text) => {
    const line = known.get(text) ?? set(text);
    known.set(text, line);
    return line;
  };
}
