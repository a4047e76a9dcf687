import { foldText } from './fold-text';
import { suggestCategories } from './find-ways-on';
import { searchPublishedArticles } from './search-store';
import { longestQuery } from './parse-search-query';
import { listStocks, suggestStocks } from './stock-directory';

/** A line under the search box. `path` is without language prefix. */
export interface Suggestion {
  kind: 'stock' | 'category' | 'story';
  text: string;
  /** Code of a stock. */
  note?: string;
  path: string;
}

const mostStocks = 4;
const mostCategories = 2;
const mostStories = 4;

/** What a reader may mean who has typed so far: stocks, categories, stories. Nothing for what cannot be searched for. */
export async function suggestSearches(typed: string): Promise<Suggestion[]> {
  const query = typed.trim();
  const folded = foldText(query);
  if (query.length > longestQuery || folded.trim() === '') return [];
  const [stocks, categories, stories] = await Promise.all([
    listStocks(),
    suggestCategories(query, mostCategories),
    searchPublishedArticles({ query, order: 'best', limit: mostStories }),
  ]);
  return [
    ...suggestStocks(stocks, folded, mostStocks).map(({ key, code, name }): Suggestion => {
      return { kind: 'stock', text: name, note: code, path: `/stock/${encodeURIComponent(key)}` };
    }),
    ...categories.map(({ slug, name }): Suggestion => {
      return { kind: 'category', text: name, path: `/category/${encodeURIComponent(slug)}` };
    }),
    ...stories.items.map(({ slug, title }): Suggestion => {
      return { kind: 'story', text: title, path: `/articles/${encodeURIComponent(slug)}` };
    }),
  ];
}
