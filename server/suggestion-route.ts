import { AppError } from '@/lib/errors/app-error';
import { showInScript } from '@/lib/articles/show-in-script';
import { suggestSearches } from '@/lib/search/suggest-searches';
import type { DocumentRoute } from './documents';

/** Seconds in which a reader who types on and comes back need not ask again. */
const maxAge = 30;

/** Suggestions while typing, as JSON: an array of Suggestion, in the script of the page's language (`in`). */
export const suggestionRoute: DocumentRoute = {
  pattern: /^\/search\/suggest\.json$/,
  query: ['q', 'in'],
  render: async ({ query }) => {
    const found = await suggestSearches(query.get('q') ?? '').catch(giveUp);
    const suggestions = await showInScript(query.get('in') ?? '', found);
    return { contentType: 'application/json; charset=utf-8', body: JSON.stringify(suggestions), maxAge };
  },
};

/** Nobody waits for suggestions that take long. */
function giveUp(error: unknown): never[] {
  if (error instanceof AppError && error.code === 'search-too-slow') return [];
  throw error;
}
