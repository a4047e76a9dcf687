import { findSlug } from '../stories/story-summary';
import { cacheLimits, cacheNames } from './cache-names';

type CacheKind = keyof typeof cacheNames;

/** Copies were made with one set of request headers and serve for all. */
const anyHeaders = { ignoreVary: true };

/** The kept answer to a path, in the first of the caches that has one. */
export async function findCopy(path: string, kinds: CacheKind[]): Promise<Response | undefined> {
  for (const kind of kinds) {
    const cache = await caches.open(cacheNames[kind]);
    const copy = await cache.match(path, anyHeaders);
    if (copy) return copy;
  }
  return undefined;
}

/** Keeps a good answer as the newest of its cache, whose oldest go. A full disk keeps nothing more. */
export async function keepResponse(kind: CacheKind, path: string, response: Response): Promise<void> {
  if (!response.ok || response.redirected) return;
  try {
    const cache = await caches.open(cacheNames[kind]);
    await cache.delete(path, anyHeaders);
    await cache.put(path, response);
    const keys = await cache.keys();
    const surplus = keys.slice(0, Math.max(0, keys.length - cacheLimits[kind]));
    await Promise.all(surplus.map((key) => cache.delete(key, anyHeaders)));
  } catch {
    // Reading goes on without the copy.
  }
}

/** Fetches and keeps; whether there is a copy now. */
export async function fetchCopy(kind: CacheKind, path: string): Promise<boolean> {
  try {
    const response = await fetch(path, { credentials: 'same-origin' });
    await keepResponse(kind, path, response);
    return response.ok;
  } catch {
    return false;
  }
}

/** Removes the copies of a story in every language. */
export async function dropStory(kind: 'stories' | 'saved', path: string): Promise<void> {
  const cache = await caches.open(cacheNames[kind]);
  const slug = findSlug(path);
  const keys = await cache.keys();
  const same = keys.filter((key) => findSlug(new URL(key.url).pathname) === slug);
  await Promise.all(same.map((key) => cache.delete(key, anyHeaders)));
}

/** The path of a kept story in whatever language there is a copy of. */
export async function findOtherLanguage(path: string): Promise<Response | undefined> {
  const slug = findSlug(path);
  if (slug === undefined) return undefined;
  for (const kind of ['saved', 'stories'] as const) {
    const cache = await caches.open(cacheNames[kind]);
    const keys = await cache.keys();
    const key = keys.find(({ url }) => findSlug(new URL(url).pathname) === slug);
    if (key) return cache.match(key, anyHeaders);
  }
  return undefined;
}
