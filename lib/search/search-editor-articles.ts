import {
  type ActingEditor,
  type EditorArticle,
  type EditorArticleFilter,
  findArticlesForEditor,
  listArticlesForEditor,
} from '@/lib/articles/article-admin-store';
import { getConfig } from '@/lib/config/config';
import { searchSql } from '@/lib/db/sql';
import type { Bind } from './build-conditions';
import { findHits } from './find-hits';
import { parseSearchQuery } from './parse-search-query';
import { buildSearchCursor, parseSearchCursor } from './search-cursor';
import { findCategoryId, reportSlowness } from './search-store';
import { findNamedStocks, listStocks } from './stock-directory';

const pageSize = 50;

/**
 * Articles in every state that have all words of a search, newest first, 50 a page; all of them without a search. A query
 * that cannot be searched for finds nothing.
 */
export async function searchArticlesForEditor(
  editor: ActingEditor,
  filter: EditorArticleFilter,
): Promise<{ items: EditorArticle[]; next: string | null }> {
  const { search = '', ...rest } = filter;
  if (search === '') return listArticlesForEditor(editor, rest);
  const query = parseSearchQuery(search);
  const categoryId = await findCategoryId(filter.category);
  if (query.kind === 'problem' || categoryId === null) return { items: [], next: null };
  const stocks = await listStocks();
  const hits = await reportSlowness(
    findHits(searchSql, {
      scope: 'editor',
      words: query.words.map((word) => ({ ...word, stocks: findNamedStocks(stocks, word.folded) })),
      filter: {
        categoryId,
        timeZone: getConfig().timeZone,
        article: (bind) => buildStateFilter(filter, bind),
      },
      order: 'newest',
      before: filter.before === undefined ? undefined : parseSearchCursor(filter.before),
      limit: pageSize + 1,
    }),
  );
  const shown = hits.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    items: await findArticlesForEditor(
      editor,
      shown.map(({ id }) => id),
    ),
    next: hits.length > pageSize && last ? buildSearchCursor(last) : null,
  };
}

function buildStateFilter({ status }: EditorArticleFilter, bind: Bind): string {
  if (status === 'deleted') return 'a.deleted_at IS NOT NULL';
  const wanted = status === undefined ? [] : [`a.status = ${bind(status)}::article_status`];
  return ['a.deleted_at IS NULL', ...wanted].join(' AND ');
}
