import { mixHash } from './mix-hash';

/** What of an article is looked at when two are compared. */
export interface StorySource {
  title: string;
  digest: string | null;
  bodyText: string;
}

/** A story as the comparison sees it. */
export interface StoryText {
  /** Chinese and Japanese characters one by one, words and numbers of other scripts whole; title first. */
  units: string[];
  /** A hash of each unit. */
  hashes: Int32Array;
  titleLength: number;
  /** How many of the title's units stand before its colon, where few do: whom it is about, or a label. */
  nameLength: number;
  /** Hashes of neighbouring units: Chinese bigrams, English pairs of words; each once, sorted. */
  pairs: Int32Array;
  /** Numbers, codes, versions: what tells two reports of one template apart. */
  figures: Set<string>;
  titleFigures: Set<string>;
  /** A flash that speaks of "today": the same words of tomorrow mean another day. */
  isOfToday: boolean;
}

/** Shorter texts are flashes: one to three sentences and their headline. */
export const flashUnits = 150;

/** More of a long text does not change the verdict, and the cost must have an end. */
const mostUnits = 3000;

const spaceless = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}`;
const unitPattern = new RegExp(
  String.raw`[${spaceless}]|\d+(?:\.\d+)+|[[\p{L}\p{M}\p{N}]--[${spaceless}]]+`,
  'gv',
);

/** What outlets put around a story that is not theirs: datelines, reporters, sources, kinds of message. */
const outletPhrases: RegExp[] = [
  /\((?:本报|见习|特约)?记者[^()]{1,30}\)/gu,
  /\((?:文章)?(?:来源|作者|编辑|责任编辑|责编|校对)[:：][^()]{1,40}\)/gu,
  /(?:责任编辑|责编|文章来源|原标题)[:：][^\n。]{1,40}$/gmu,
  /(?:^|[【[])(?:快讯|突发|重磅|独家|最新|盘中|要闻|滚动)[】\]!！:：]?/gmu,
  /^[A-Z][A-Za-z., ]{2,40}\((?:Reuters|AP|AFP|Xinhua|Bloomberg)\)\s*[-–—]/gmu,
];

/** Its beginning fits nearly everywhere, so it is looked for only where its end stands. */
const dateline = /[\p{sc=Han}]{2,10}?\d{1,2}月\d{1,2}日(?:电|讯|消息|报道)/gu;
const datelineEnd = /日(?:电|讯|消息|报道)/;

const relativeDay = /今日|今天|今晨|本日|日内|早盘|午盘|盘中|收盘|开盘|昨日|昨天|\b(?:today|yesterday)\b/iu;

/** Reads an article for comparison: width and case folded, without what outlets add. */
export function readStoryText({ title, digest, bodyText }: StorySource): StoryText {
  const titleUnits = listUnits(title);
  // Flashes often have all they say in the digest.
  const body = digest !== null && digest.length > bodyText.length ? digest : bodyText;
  const bodyUnits = listUnits(body.slice(0, mostUnits * 8)).slice(0, mostUnits);
  const units = titleUnits.concat(bodyUnits);
  const hashes = hashUnits(units);
  return {
    units,
    hashes,
    titleLength: titleUnits.length,
    nameLength: countNameUnits(title),
    pairs: listPairs(hashes, titleUnits.length),
    figures: new Set(units.filter(isFigure)),
    titleFigures: new Set(titleUnits.filter(isFigure)),
    isOfToday: units.length < flashUnits && relativeDay.test(`${title}\n${body}`),
  };
}

function countNameUnits(title: string): number {
  const name = /^([^:：]{2,24})[:：]/u.exec(title.replace(/^\s*[【\[][^】\]]*[】\]]/u, ''))?.[1];
  return name === undefined ? 0 : listUnits(name).length;
}

function listUnits(text: string): string[] {
  let plain = text.normalize('NFKC');
  if (datelineEnd.test(plain)) plain = plain.replace(dateline, ' ');
  for (const phrase of outletPhrases) plain = plain.replace(phrase, ' ');
  return (
    plain
      .toLowerCase()
      .replace(/(?<=\d),(?=\d{3})/g, '')
      .match(unitPattern) ?? []
  );
}

function isFigure(unit: string): boolean {
  return /\d/.test(unit);
}

/** Of the headline and of the text: the last word of one and the first of the other are no neighbours. */
function listPairs(hashes: Int32Array, titleLength: number): Int32Array {
  const title = hashRuns(hashes.subarray(0, titleLength), 2);
  const body = hashRuns(hashes.subarray(titleLength), 2);
  const all = new Int32Array(title.length + body.length);
  all.set(title);
  all.set(body, title.length);
  all.sort();
  let count = 0;
  for (const pair of all) if (count === 0 || pair !== all[count - 1]) all[count++] = pair;
  return all.slice(0, count);
}

/** A hash of each unit. */
export function hashUnits(units: readonly string[]): Int32Array {
  const hashes = new Int32Array(units.length);
  for (let at = 0; at < units.length; at += 1) hashes[at] = hashUnit(units[at] ?? '');
  return hashes;
}

/** Hashes of every `length` units that follow each other, in order; of their hashes. */
export function hashRuns(hashes: Int32Array, length: number): Int32Array {
  const runs = new Int32Array(Math.max(hashes.length - length + 1, 0));
  for (let at = 0; at < runs.length; at += 1) {
    let run = 0;
    for (let next = at; next < at + length; next += 1) run = (Math.imul(run, 31) + (hashes[next] ?? 0)) | 0;
    runs[at] = mixHash(run);
  }
  return runs;
}

function hashUnit(unit: string): number {
  let hash = 0;
  for (let at = 0; at < unit.length; at += 1) hash = (Math.imul(hash, 131) + unit.charCodeAt(at)) | 0;
  return mixHash(hash);
}
