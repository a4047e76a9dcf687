import { listPhraseTerms } from './build-search-terms';
import { foldText } from './fold-text';

/** Longest query, in characters, and most words in it. */
export const longestQuery = 100;
export const mostWords = 12;

/** One thing that must be in every result: a word, or what stood between quotation marks. */
export interface SearchWord {
  /** As the reader wrote it. */
  written: string;
  /** The phrase as it stands in the folded text of a result. */
  folded: string;
  /** Terms that every result has. */
  terms: string[];
}

/** Why a query cannot be answered. */
export type QueryProblem = 'empty' | 'no-words' | 'too-long' | 'too-many-words';

export type SearchQuery = { kind: 'words'; words: SearchWord[] } | { kind: 'problem'; problem: QueryProblem };

/**
 * Reads what a reader wrote into the search box: words apart by spaces, all of which a result must have; `"…"`, `“…”`
 * or `「…」` keeps several words together. Everything else is text; nothing is an operator. Never throws.
 */
export function parseSearchQuery(written: string): SearchQuery {
  const query = written.trim();
  if (query === '') return { kind: 'problem', problem: 'empty' };
  if (query.length > longestQuery) return { kind: 'problem', problem: 'too-long' };
  const words = new Map<string, SearchWord>();
  for (const part of splitQuery(query)) {
    const folded = foldText(part);
    const terms = listPhraseTerms(folded);
    if (terms.length > 0) words.set(folded, { written: part, folded, terms });
  }
  if (words.size === 0) return { kind: 'problem', problem: 'no-words' };
  if (words.size > mostWords) return { kind: 'problem', problem: 'too-many-words' };
  return { kind: 'words', words: [...words.values()] };
}

/** Each opening mark with the one that closes it. */
const quotationMarks = new Map([
  ['"', '"'],
  ['＂', '"＂'],
  ['“', '”'],
  ['「', '」'],
]);

/** One pass over the characters; a mark without its other half is a space. */
function splitQuery(query: string): string[] {
  const parts: string[] = [];
  let word = '';
  const endWord = () => {
    if (word.trim() !== '') parts.push(word.trim());
    word = '';
  };
  for (let at = 0; at < query.length; at += 1) {
    const character = query.charAt(at);
    const closing = quotationMarks.get(character);
    const end = closing === undefined ? -1 : findAny(query, closing, at + 1);
    if (end !== -1) {
      endWord();
      word = query.slice(at + 1, end);
      endWord();
      at = end;
    } else if (closing !== undefined || /\s/u.test(character)) endWord();
    else word += character;
  }
  endWord();
  return parts;
}

function findAny(text: string, characters: string, from: number): number {
  for (let at = from; at < text.length; at += 1) if (characters.includes(text.charAt(at))) return at;
  return -1;
}
