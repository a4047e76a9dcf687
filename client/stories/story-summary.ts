/** What this browser remembers of a story, so that lists of them need no server. */
export interface StorySummary {
  slug: string;
  title: string;
  /** Name of the source, or empty. */
  source: string;
  /** BCP 47 tag of the headline. */
  language: string;
  /** Of the publication: ISO 8601 with offset, and as the portal shows it. */
  time: string;
  timeText: string;
  /** The page that was read, with its language: where its copy is found without network. */
  path: string;
}

/** A summary from outside: undefined unless every part is there. */
export function parseSummary(value: unknown): StorySummary | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const given: Partial<Record<string, unknown>> = { ...value };
  const slug = readText(given['slug']);
  const title = readText(given['title']);
  const path = readText(given['path']);
  // A path of this portal: what else stands there was not written by us.
  if (!slug || !title || !path || !/^\/(?![/\\])/.test(path)) return undefined;
  return {
    slug,
    title,
    path,
    source: readText(given['source']) ?? '',
    language: readText(given['language']) ?? '',
    time: readText(given['time']) ?? '',
    timeText: readText(given['timeText']) ?? '',
  };
}

/** The slug that the path of a story ends with, in any language; undefined for other pages. */
export function findSlug(path: string): string | undefined {
  const segment = /^\/(?:[^/]+\/)?articles\/([^/]+)$/.exec(path)?.[1];
  try {
    return segment === undefined ? undefined : decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function readText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
