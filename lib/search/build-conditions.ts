import { listPhraseTerms, stockTerm, titleTerm } from './build-search-terms';
import { foldText } from './fold-text';
import type { SearchWord } from './parse-search-query';
import type { ListedStock } from './stock-directory';

/** A word with the stocks that it may also mean. */
export interface MeantWord extends SearchWord {
  stocks: ListedStock[];
}

/** Takes a value and returns its `$1` in the statement. */
export type Bind = (value: unknown) => string;

/** What a group of results must have: for the index, and exactly. SQL of a row `s` of article_search. */
export interface Condition {
  /** A tsquery that every result fulfils. */
  terms: string;
  /** What is left to be looked at in the rows found; empty where the terms say it all. */
  filters: string[];
  /** Whether the filters ask the title alone. It lies in the row; texts and terms lie elsewhere and cost a look each. */
  asksTitleOnly: boolean;
}

/** All words, wherever they stand. */
export function buildMatch(words: readonly MeantWord[], bind: Bind): Condition {
  return {
    terms: and(words.map((word) => or([and(word.terms.map(quote)), ...stockTerms(word)]))),
    filters: words.flatMap((word) => {
      if (word.terms.length === 1) return [];
      return [anyOf([contains('text', word.folded, bind), ...stockFilter(word, bind)])];
    }),
    asksTitleOnly: false,
  };
}

/** A group of results, best first in the order "best". */
export type Group = (bind: Bind) => Condition;

/**
 * The groups of the order "best", best first; each result is in one of them: all words in the title; one of them in the
 * title, or the stock that one of them means; the others.
 */
export function listGroups(words: readonly MeantWord[]): Group[] {
  const inTitle = (bind: Bind) => words.map((word) => titleFilter(word, bind));
  const isStrong = (bind: Bind) =>
    anyOf([...inTitle(bind), ...words.flatMap((word) => stockFilter(word, bind))]);
  const title: Group = (bind) => ({
    terms: and(words.map((word) => or(titleTerms(word)))),
    filters: inTitle(bind),
    asksTitleOnly: words.every(({ stocks }) => stocks.length === 0),
  });
  const strong: Group = (bind) => {
    const match = buildMatch(words, bind);
    return {
      ...match,
      terms: and([match.terms, or(words.flatMap(titleTerms))]),
      filters: [...match.filters, isStrong(bind), `NOT (${inTitle(bind).join(' AND ')})`],
    };
  };
  const weak: Group = (bind) => {
    const match = buildMatch(words, bind);
    return { ...match, filters: [...match.filters, `NOT ${isStrong(bind)}`] };
  };
  // One word that means no stock is in the title or it is not.
  const hasMiddle = words.length > 1 || words.some(({ stocks }) => stocks.length > 0);
  return hasMiddle ? [title, strong, weak] : [title, weak];
}

/** Of every article that has the word in its title or is about the stock that it means. */
function titleTerms(word: MeantWord): string[] {
  return [and(word.terms.map(titleTerm).map(quote)), ...stockTerms(word)];
}

/** The phrase in the title; or the name of a stock that it means, where the article is known to be about that. */
function titleFilter(word: MeantWord, bind: Bind): string {
  const names = word.stocks
    .map((stock) => ({ stock, folded: foldText(stock.name) }))
    .filter(({ folded }) => listPhraseTerms(folded).length > 0)
    .map(({ stock, folded }) => `(${hasTerms(quote(stockTerm(stock.key)), bind)} AND ${contains('title', folded, bind)})`); // prettier-ignore
  return anyOf([contains('title', word.folded, bind), ...names]);
}

function stockFilter(word: MeantWord, bind: Bind): string[] {
  return word.stocks.length === 0 ? [] : [hasTerms(or(stockTerms(word)), bind)];
}

function stockTerms({ stocks }: MeantWord): string[] {
  return stocks.map(({ key }) => quote(stockTerm(key)));
}

function contains(column: 'title' | 'text', folded: string, bind: Bind): string {
  return `strpos(s.${column}, ${bind(folded)}) > 0`;
}

function hasTerms(terms: string, bind: Bind): string {
  return `s.terms @@ ${bind(terms)}::tsquery`;
}

function anyOf(conditions: string[]): string {
  return `(${conditions.join(' OR ')})`;
}

function and(terms: string[]): string {
  return `(${terms.join(' & ')})`;
}

function or(terms: string[]): string {
  return `(${terms.join(' | ')})`;
}

/** Terms hold letters, digits and our own marks only; quoted all the same. */
export function quote(term: string): string {
  return `'${term.replaceAll(/['\\]/g, '')}'`;
}
