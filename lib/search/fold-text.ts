import type { DictLike } from 'opencc-js/core';
import * as traditional from 'opencc-js/preset/t2cn';

// The text that is searched: what looks different and means the same is written in one way, at index and query time.

/** What a character is for the search. */
const kinds = { unknown: 0, break: 1, space: 2, spaceless: 3, word: 4, several: 5 } as const;
type Kind = (typeof kinds)[keyof typeof kinds];

/** Written without spaces between words: every two neighbours are a term. */
const spacelessPattern = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}ー]/u;
const wordPattern = /[\p{L}\p{N}\p{M}]/u;
const spacePattern = /[\p{Zs}\t]/u;

/** A folded text and where each of its characters comes from. */
export interface FoldedText {
  text: string;
  /** For each UTF-16 unit of `text` the place in the original; -1 for spaces that were put in. */
  places: number[];
}

/**
 * Folds a text for searching: Traditional to Simplified character by character, full width to half, capitals to small
 * letters, accents away. Words of letters and digits stand between single spaces; Chinese characters stand together,
 * also across spaces, and a space between two of them is a mark or a line end. So a phrase is in a text exactly when its
 * folded form is a part of the folded text.
 */
export function foldText(text: string): string {
  return fold(text, undefined);
}

/** The same with the places in `text`, which must be in normal form C. */
export function foldWithPlaces(text: string): FoldedText {
  const places: number[] = [];
  return { text: fold(text, places), places };
}

/** True for a character that stands without spaces; of folded text. */
export function isSpaceless(character: string): boolean {
  return spacelessPattern.test(character);
}

function fold(original: string, places: number[] | undefined): string {
  const text = original.normalize('NFC');
  const writer = new FoldWriter(places);
  const table = getTable();
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const entry = table[unit] ?? 0;
    const kind = entry >>> 16;
    if (kind !== kinds.several && kind !== kinds.unknown) {
      writer.write(kind as Kind, String.fromCharCode(entry & 0xffff), at);
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    for (const folded of readCharacter(character, table)) writer.write(kindOf(folded), folded, at);
    at += character.length - 1;
  }
  return writer.end();
}

class FoldWriter {
  private written = '';
  private last: Kind = kinds.break;
  private gap: Kind = kinds.unknown;

  constructor(private readonly places: number[] | undefined) {}

  write(kind: Kind, character: string, place: number): void {
    if (kind === kinds.break || kind === kinds.space) {
      if (this.gap !== kinds.break) this.gap = kind;
      return;
    }
    if (this.isApart(kind)) this.push(' ', -1);
    this.push(character, place);
    this.last = kind;
    this.gap = kinds.unknown;
  }

  end(): string {
    if (this.last === kinds.word) this.push(' ', -1);
    return this.written;
  }

  private isApart(kind: Kind): boolean {
    if (kind === kinds.word) return this.last !== kinds.word || this.gap !== kinds.unknown;
    return this.last === kinds.word || (this.last === kinds.spaceless && this.gap === kinds.break);
  }

  private push(character: string, place: number): void {
    this.written += character;
    if (this.places) for (let unit = 0; unit < character.length; unit += 1) this.places.push(place);
  }
}

let knownTable: Uint32Array | undefined;

/** For each UTF-16 unit: its kind in the high half, what it is folded to in the low one. Filled as texts come. */
function getTable(): Uint32Array {
  return (knownTable ??= new Uint32Array(0x10000));
}

/** Folds one character and remembers it, where one unit becomes one. */
function readCharacter(character: string, table: Uint32Array): string[] {
  const folded = Array.from(foldCharacter(character));
  const [only = ''] = folded;
  if (character.length === 1) {
    const isSingle = folded.length === 1 && only.length === 1;
    table[character.charCodeAt(0)] = isSingle
      ? (kindOf(only) << 16) | only.charCodeAt(0)
      : kinds.several << 16;
  }
  return folded;
}

function foldCharacter(character: string): string {
  const plain = character
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase();
  const simplified = getSimplified();
  return Array.from(plain, (one) => simplified.get(one) ?? one).join('');
}

function kindOf(character: string): Kind {
  if (spacelessPattern.test(character)) return kinds.spaceless;
  if (wordPattern.test(character)) return kinds.word;
  return spacePattern.test(character) ? kinds.space : kinds.break;
}

let knownSimplified: Map<string, string> | undefined;

/**
 * OpenCC's table of single characters. Its phrases are left out: what a character becomes must not depend on its
 * neighbours, or a part of a text would be folded differently from the whole.
 */
function getSimplified(): Map<string, string> {
  if (knownSimplified) return knownSimplified;
  const table = new Map<string, string>();
  const pairs = (traditional.to['cn'] ?? []).flat().flatMap(readPairs);
  for (const [from = '', to = ''] of pairs)
    if (Array.from(from).length === 1 && Array.from(to).length === 1 && from !== to) table.set(from, to);
  // To the end of each chain, so that folding twice changes nothing.
  for (const [from, to] of table) table.set(from, table.get(to) ?? to);
  knownSimplified = table;
  return table;
}

function readPairs(dictionary: DictLike): (readonly string[])[] {
  return typeof dictionary === 'string'
    ? dictionary.split('|').map((pair) => pair.split(' '))
    : [...dictionary];
}
