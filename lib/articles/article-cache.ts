import { AsyncLocalStorage } from 'node:async_hooks';

/** Names of everything that can become stale. The change event lists them; cached pages remember them. */
export const cacheTag = {
  front: () => 'front',
  categories: () => 'categories',
  article: (slug: string) => `article:${slug}`,
  category: (slug: string) => `category:${slug}`,
  tag: (name: string) => `tag:${name}`,
  /** A stock or sector, by `{market}.{code}`. */
  stock: (id: string) => `stock:${id}`,
  /** Days in TIME_ZONE: `2022-02-18`, months `2022-02`, years `2022`. */
  day: (day: string) => `day:${day}`,
  month: (month: string) => `month:${month}`,
  year: (year: string) => `year:${year}`,
  /** Noted by a page that says something passing: it is rendered anew at the next visit. */
  passing: () => 'passing',
  /** What depends on the time of day; changes with every hour. */
  hour: () => 'hour',
  /** A remote picture, by the key of its address. */
  image: (id: string) => `image:${id}`,
};

type TagCollector = AsyncLocalStorage<Set<string>>;

const collectorKey = Symbol.for('finews.cache-tag-collector');
const shared = globalThis as typeof globalThis & { [collectorKey]?: TagCollector };

/** One collector per process: the page cache and the code that Next bundles are loaded apart but must share it. */
function getCollector(): TagCollector {
  return (shared[collectorKey] ??= new AsyncLocalStorage());
}

/** Called by every reader query: what the page being rendered depends on. Without a render it does nothing. */
export function noteCacheTags(...tags: string[]): void {
  const noted = getCollector().getStore();
  for (const tag of tags) noted?.add(tag);
}

/** Runs a render and returns its result with all tags that the queries inside it noted. */
export async function collectCacheTags<T>(
  render: () => Promise<T>,
): Promise<{ result: T; tags: Set<string> }> {
  const tags = new Set<string>();
  const result = await getCollector().run(tags, render);
  return { result, tags };
}
