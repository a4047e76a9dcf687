import { foldText, isSpaceless } from './fold-text';

/** Grows whenever folding or terms change: articles with terms of another version get new ones. */
export const searchTermsVersion = 1;

/** Longest word that is a term as a whole, in characters; longer ones are known by their beginning. */
const longestWord = 40;
/** PostgreSQL takes 1 MiB of terms for one row; the text of a book has a fifth of this number. */
const mostBytes = 900_000;
const mostTerms = 120_000;
/** Stands before the terms of a title. */
const titleMark = '^';

/** What an article is found by. */
export interface SearchTerms {
  /** Folded title, and folded title, digest and text. */
  title: string;
  text: string;
  /** For a `tsvector` without positions; between single spaces. */
  terms: string;
}

/**
 * Terms of an article: each Chinese character, each two neighbours, each word; those of the title once more with a mark.
 * Those of its stocks are added by `addStockTerms` when they are known.
 */
export function buildSearchTerms(article: {
  title: string;
  digest: string | null;
  bodyText: string;
}): SearchTerms {
  const title = foldText(article.title);
  const text = foldText([article.title, article.digest ?? '', article.bodyText].join('\n'));
  const terms = new Set<string>();
  addTextTerms(title, terms);
  const wanted = Array.from(terms, titleTerm);
  addTextTerms(text, terms);
  return { title, text, terms: joinTerms([...wanted, ...terms]) };
}

/** The same with a term for every stock that the article names (`{market}.{code}`). */
export function addStockTerms(article: SearchTerms, stocks: readonly string[]): SearchTerms {
  return stocks.length === 0
    ? article
    : { ...article, terms: [...stocks.map(stockTerm), article.terms].join(' ') };
}

/** The term of a term in a title. */
export function titleTerm(term: string): string {
  return titleMark + term;
}

/** The term of a stock, `{market}.{code}`. */
export function stockTerm(stock: string): string {
  return `$${stock.toLowerCase().replaceAll(/[^a-z0-9.]/g, '')}`;
}

/** Terms that every text with this folded phrase has: no text without them has it. */
export function listPhraseTerms(folded: string): string[] {
  const terms = new Set<string>();
  for (const piece of folded.split(' ')) {
    if (piece === '') continue;
    if (!isSpaceless(piece.slice(0, 2))) terms.add(piece.slice(0, longestWord));
    else if (isOneCharacter(piece)) terms.add(piece);
    else addSpaceless(piece, terms, false);
  }
  return [...terms];
}

function isOneCharacter(piece: string): boolean {
  return String.fromCodePoint(piece.codePointAt(0) ?? 0).length === piece.length;
}

/** The pairs, and each character alone. */
function addSpaceless(piece: string, terms: Set<string>, withSingles = true): void {
  let last = -1;
  for (let at = 0; at < piece.length && terms.size <= mostTerms;) {
    const end = at + ((piece.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
    if (withSingles) terms.add(piece.slice(at, end));
    if (last !== -1) terms.add(piece.slice(last, end));
    last = at;
    at = end;
  }
}

function addTextTerms(folded: string, terms: Set<string>): void {
  for (const piece of folded.split(' ')) {
    if (terms.size > mostTerms) return;
    if (piece === '') continue;
    if (isSpaceless(piece.slice(0, 2))) {
      addSpaceless(piece, terms);
      continue;
    }
    terms.add(piece.slice(0, longestWord));
    // A code is found without the letters of its exchange: "sh600519".
    if (piece.length <= longestWord)
      for (const [digits] of piece.matchAll(/\d{4,}/g)) if (digits !== piece) terms.add(digits);
  }
}

/** No term has a space. What is too much for PostgreSQL is left out, from the end of the text. */
function joinTerms(terms: readonly string[]): string {
  let bytes = 0;
  const fitting = terms.findIndex((term) => (bytes += term.length * 3) > mostBytes);
  return (fitting === -1 ? terms : terms.slice(0, fitting)).join(' ');
}
