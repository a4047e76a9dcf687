/** A line under the search box, as `/search/suggest.json` sends it. */
export interface Suggestion {
  kind: 'stock' | 'category' | 'story';
  text: string;
  note?: string;
  path: string;
}

/** Only paths of our own are followed. */
export function isSuggestionList(value: unknown): value is Suggestion[] {
  return Array.isArray(value) && value.every(isSuggestion);
}

function isSuggestion(value: unknown): value is Suggestion {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    'text' in value &&
    typeof value.text === 'string' &&
    'path' in value &&
    typeof value.path === 'string' &&
    /^\/[^/\\]/.test(value.path)
  );
}
