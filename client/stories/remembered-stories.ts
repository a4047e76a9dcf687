import { readStored, writeStored } from '../storage';
import { addTo, parseList } from './bounded-list';
import { parseSummary, type StorySummary } from './story-summary';

const readKey = 'finews-read';
const openedKey = 'finews-opened';
const savedKey = 'finews-saved';
/** About 60 kB of slugs. */
const maxRead = 2000;
/** As many as are kept for reading without network: client/offline/cache-names.ts. */
export const maxOpened = 50;
export const maxSaved = 200;

/** Slugs of the stories that were read here. */
export function listReadSlugs(): string[] {
  return parseList(readStored(readKey), (item) => (typeof item === 'string' ? item : undefined));
}

export function addReadSlug(slug: string): void {
  writeStored(readKey, JSON.stringify(addTo(listReadSlugs(), slug, maxRead, (item) => item)));
}

/** The stories opened last, the newest at the end. */
export function listOpened(): StorySummary[] {
  return parseList(readStored(openedKey), parseSummary);
}

export function addOpened(story: StorySummary): void {
  writeStored(openedKey, JSON.stringify(addTo(listOpened(), story, maxOpened, getSlug)));
}

/** The reader's own list, in the order of saving. */
export function listSaved(): StorySummary[] {
  return parseList(readStored(savedKey), parseSummary);
}

/** Saves a story; the oldest one goes when the list is full. */
export function addSaved(story: StorySummary): void {
  writeSaved(addTo(listSaved(), story, maxSaved, getSlug));
}

export function removeSaved(slug: string): void {
  writeSaved(listSaved().filter((story) => story.slug !== slug));
}

/** Puts the whole list back, as it was before a removal. */
export function writeSaved(stories: StorySummary[]): void {
  writeStored(savedKey, JSON.stringify(stories));
}

export function isSaved(slug: string): boolean {
  return listSaved().some((story) => story.slug === slug);
}

/** Forgets which stories were read and opened; the saved ones stay. */
export function forgetRead(): void {
  writeStored(readKey, undefined);
  writeStored(openedKey, undefined);
}

function getSlug({ slug }: StorySummary): string {
  return slug;
}
