import { foldWithPlaces } from './fold-text';

/** A piece of text; `isHit` where it is what was searched for. */
export interface SnippetPart {
  text: string;
  isHit: boolean;
}

/** Only so much of a text is looked through, and so many hits in it. */
const longestText = 20_000;
const mostHits = 200;
const leadLength = 24;

interface Range {
  start: number;
  end: number;
  /** Which of the phrases it is. */
  phrase: number;
}

/** The whole text with its hits. `phrases` are folded. */
export function markHits(text: string, phrases: readonly string[]): SnippetPart[] {
  const plain = text.normalize('NFC');
  return cutParts(plain, findRanges(plain, phrases), 0, plain.length);
}

/**
 * The piece of a text that has most of the phrases, with what is around it; undefined where the text has none. `…` stands
 * where it was cut.
 * @param length UTF-16 units, about.
 */
export function buildSnippet(
  text: string,
  phrases: readonly string[],
  length: number,
): SnippetPart[] | undefined {
  const plain = text.slice(0, longestText).normalize('NFC').toWellFormed();
  const ranges = findRanges(plain, phrases);
  const best = pickBest(ranges, length - leadLength);
  if (!best) return undefined;
  const start = findStart(plain, best.start);
  const end = findEnd(plain, Math.max(start + length, best.end));
  const parts = cutParts(plain, ranges, start, end);
  return [
    ...(start > 0 && !isSentenceEnd(plain.charAt(start - 1)) ? [{ text: '…', isHit: false }] : []),
    ...parts.map((part) => ({ ...part, text: part.text.replaceAll(/\s+/gu, ' ') })),
    ...(end < plain.length ? [{ text: '…', isHit: false }] : []),
  ];
}

/** Where the phrases stand in the text, in order, without overlaps. */
function findRanges(plain: string, phrases: readonly string[]): Range[] {
  const { text, places } = foldWithPlaces(plain);
  const ranges: Range[] = [];
  for (const [phrase, folded] of phrases.entries()) {
    if (folded === '') continue;
    for (
      let at = text.indexOf(folded);
      at !== -1 && ranges.length < mostHits;
      at = text.indexOf(folded, at + 1)
    ) {
      const range = toRange(plain, places.slice(at, at + folded.length), phrase);
      if (range) ranges.push(range);
    }
  }
  ranges.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return ranges.filter((range) => {
    if (range.start < end) return false;
    end = range.end;
    return true;
  });
}

function toRange(plain: string, places: number[], phrase: number): Range | undefined {
  const real = places.filter((place) => place >= 0);
  const [start] = real;
  const last = real.at(-1);
  if (start === undefined || last === undefined) return undefined;
  return { start, end: last + ((plain.codePointAt(last) ?? 0) > 0xffff ? 2 : 1), phrase };
}

/** The first hit from which on most different phrases follow within the room. */
function pickBest(ranges: readonly Range[], room: number): Range | undefined {
  let best: Range | undefined;
  let bestCount = 0;
  for (const [at, range] of ranges.entries()) {
    const found = new Set<number>();
    for (let next = at; (ranges[next]?.end ?? Infinity) <= range.start + room; next += 1)
      found.add(ranges[next]?.phrase ?? 0);
    if (found.size > bestCount || !best) [best, bestCount] = [range, found.size];
  }
  return best;
}

function findStart(plain: string, hit: number): number {
  const from = Math.max(0, hit - leadLength);
  for (let at = hit - 1; at >= from; at -= 1) if (isSentenceEnd(plain.charAt(at))) return at + 1;
  if (from === 0) return 0;
  const space = plain.indexOf(' ', from);
  if (space !== -1 && space < hit) return space + 1;
  return isLowSurrogate(plain, from) ? from + 1 : from;
}

function findEnd(plain: string, wanted: number): number {
  if (wanted >= plain.length) return plain.length;
  return isLowSurrogate(plain, wanted) ? wanted + 1 : wanted;
}

function isSentenceEnd(character: string): boolean {
  return '。！？；\n'.includes(character);
}

function isLowSurrogate(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}

function cutParts(plain: string, ranges: readonly Range[], start: number, end: number): SnippetPart[] {
  const parts: SnippetPart[] = [];
  const add = (from: number, to: number, isHit: boolean) => {
    if (to > from) parts.push({ text: plain.slice(from, to), isHit });
  };
  let at = start;
  for (const range of ranges) {
    if (range.start < at || range.start >= end) continue;
    add(at, range.start, false);
    add(range.start, Math.min(range.end, end), true);
    at = Math.min(range.end, end);
  }
  add(at, end, false);
  return parts;
}
