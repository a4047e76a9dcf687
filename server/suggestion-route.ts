import { AppError } from '@/lib/errors/app-error';
import { suggestSearches } from '@/lib/search/suggest-searches';
import type { DocumentRoute } from './documents';

/** Seconds in which a reader who types on and comes back need not ask again. */
const maxAge = 30;

/** Suggestions while typing, as JSON: an array of Suggestion. */
export const suggestionRoute: DocumentRoute = {
  pattern: /^\/search\/suggest\.json$/,
  query: ['q'],
  render: async ({ query }) => {
    const suggestions = await suggestSearches(query.get('q') ?? '').catch(giveUp);
    return { contentType: 'application/json; charset=utf-8', body: JSON.stringify(suggestions), maxAge };
  },
};

/** Nobody waits for suggestions that take long. */
function giveUp(error: unknown): never[] {
  if (error instanceof AppError && error.code === 'search-too-slow') return [];
  throw error;
}
