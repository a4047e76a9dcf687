/** Most topics that one request may name: every page needs a few, all tabs of a browser together some more. */
const mostTopics = 100;

/** A cache tag as the change event lists it: a name, or a kind and what it is about. */
const topicPattern = /^[a-z]{1,20}(?::[^\p{Cc}]{1,200})?$/u;

/**
 * Reads the topics of a request: cache tags (`lib/articles/article-cache`), each parameter one or several with commas
 * between. Sorted, each once; none named means `front`, which every change of a story carries. Undefined when one is
 * no tag or there are too many.
 */
export function parseTopics(values: readonly string[]): string[] | undefined {
  // A tag of a story may hold a comma: only one before another topic parts.
  const named = values
    .flatMap((value) => value.split(/,(?=[a-z]+(?::|,|$))/))
    .filter((topic) => topic !== '');
  const topics = [...new Set(named)].sort();
  if (topics.length > mostTopics || !topics.every((topic) => topicPattern.test(topic))) return undefined;
  return topics.length === 0 ? ['front'] : topics;
}
