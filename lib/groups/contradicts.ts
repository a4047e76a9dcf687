import { hasNumber } from './sorted-numbers';
import { flashUnits, hashRuns, hashUnits, type StoryText } from './story-text';

/**
 * Whether something tells two similar texts apart: reports of one template about other days, versions, companies, or
 * of the opposite move. The order of the two does not matter.
 */
export function contradicts(one: StoryText, other: StoryText): boolean {
  return (
    differInTitles(one, other) ||
    differInTitleFigures(one, other) ||
    differInFigures(one, other) ||
    differInName(one, other) ||
    differInDirection(one, other)
  );
}

/** Neither story knows what the other's headline says: messages of one series, on one template. */
function differInTitles(one: StoryText, other: StoryText): boolean {
  return Math.max(coverTitle(one, other), coverTitle(other, one)) < 0.5;
}

/** Share of a headline that stands in the other story; 1 for one that is too short to say. */
function coverTitle({ hashes, titleLength }: StoryText, { pairs }: StoryText): number {
  const title = hashRuns(hashes.subarray(0, titleLength), 2);
  return title.length < 3 ? 1 : title.filter((pair) => hasNumber(pairs, pair)).length / title.length;
}

/** Each headline has a figure of which the other story knows nothing: "3.0.3 released", "2.7.5 released". */
function differInTitleFigures(one: StoryText, other: StoryText): boolean {
  const [ours, theirs] = [one.titleFigures, other.titleFigures];
  if (ours.size === 0 || theirs.size === 0) return false;
  if (!ours.isSubsetOf(other.figures) && !theirs.isSubsetOf(one.figures)) return true;
  // One template, other figures: that the text mentions the other version as well does not make it the same.
  const isOneOfOther = ours.isSubsetOf(theirs) || theirs.isSubsetOf(ours);
  return !isOneOfOther && areTitlesAlike(one, other);
}

function areTitlesAlike(one: StoryText, other: StoryText): boolean {
  const [ours, theirs] = [one, other].map(({ units, titleLength }) => {
    const masked = units.slice(0, titleLength).map((unit) => (/\d/.test(unit) ? '0' : unit));
    return new Set(hashRuns(hashUnits(['', ...masked, '']), 2));
  });
  if (!ours || !theirs) return false;
  return (2 * ours.intersection(theirs).size) / (ours.size + theirs.size) >= 0.6;
}

/** Figures of the story that has fewer must stand in the other one: all in a flash, most in a long text. */
function differInFigures(one: StoryText, other: StoryText): boolean {
  const fewer = Math.min(one.figures.size, other.figures.size);
  if (fewer === 0) return false;
  const common = one.figures.intersection(other.figures).size;
  const isFlash = Math.min(one.units.length, other.units.length) < flashUnits;
  return isFlash ? fewer - common > Math.floor(fewer / 5) : common < fewer * 0.75;
}

/**
 * Whom a headline names before its colon must be known to the other story. What its own text never repeats may be a
 * label ("Market watch:") and counts only against another name.
 */
function differInName(one: StoryText, other: StoryText): boolean {
  const [ours, theirs] = [isStranger(one, other), isStranger(other, one)];
  return (ours && theirs) || (ours && isNamed(one)) || (theirs && isNamed(other));
}

function isStranger({ hashes, nameLength }: StoryText, { pairs }: StoryText): boolean {
  const name = hashRuns(hashes.subarray(0, nameLength), 2);
  return name.length > 0 && name.filter((pair) => hasNumber(pairs, pair)).length * 2 < name.length;
}

function isNamed({ hashes, nameLength, titleLength }: StoryText): boolean {
  const name = hashRuns(hashes.subarray(0, nameLength), 2);
  const body = new Set(hashRuns(hashes.subarray(titleLength), 2));
  return name.filter((pair) => body.has(pair)).length * 2 >= name.length;
}

const moves: [RegExp, RegExp][] = [
  [/上调|提高|上升|上涨|大涨|走强|走高|涨/u, /下调|降低|下降|下跌|大跌|走弱|走低|跌/u],
  [/增长|预增|增加|扭亏/u, /减少|预减|下滑|预亏/u],
  [/增持|买入|流入/u, /减持|卖出|流出/u],
  [/\b(?:rises?|rose|gains?|up|raises?|raised)\b/u, /\b(?:falls?|fell|drops?|down|cuts?|lowers?|lowered)\b/u],
];

/** Flashes are looked at whole, of long texts the headline: both directions stand in most of them. */
function differInDirection(one: StoryText, other: StoryText): boolean {
  const isFlash = Math.max(one.units.length, other.units.length) < flashUnits;
  const [ours, theirs] = [one, other].map((story) => readDirections(story, isFlash));
  return moves.some((_, at) => (ours?.[at] ?? 0) * (theirs?.[at] ?? 0) < 0);
}

/** 1 up, -1 down, 0 neither or both, for each kind of move. */
function readDirections({ units, titleLength }: StoryText, isWhole: boolean): number[] {
  const text = joinUnits(isWhole ? units : units.slice(0, titleLength));
  return moves.map(([up, down]) => Number(up.test(text)) - Number(down.test(text)));
}

/** Chinese characters together again, other words apart. */
function joinUnits(units: readonly string[]): string {
  return units.map((unit) => (/^\p{sc=Han}$/u.test(unit) ? unit : ` ${unit} `)).join('');
}
