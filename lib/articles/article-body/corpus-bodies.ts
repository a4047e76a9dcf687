import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** An optional folder with real posts of others, which are no part of the project. */
export const corpusFolder = path.resolve(process.env.FINEWS_CORPUS ?? '../shared/corpus');

/** Says loudly what did not run. */
export function hasCorpus(name: string): boolean {
  const isThere = existsSync(path.join(corpusFolder, name));
  if (!isThere) process.stdout.write(`NOT RUN: no real inputs at ${path.join(corpusFolder, name)}\n`);
  return isThere;
}

export function readCorpusFile(name: string): string {
  return readFileSync(path.join(corpusFolder, name), 'utf8');
}

/** The bodies of all posts of a folder; front matter is cut off crudely. */
export function readBodies(folder: string): { name: string; body: string }[] {
  const entries = readdirSync(path.join(corpusFolder, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(?:md|markdown|text)$/u.test(entry.name))
    .map((entry) => path.relative(corpusFolder, path.join(entry.parentPath, entry.name)))
    .map((name) => ({
      name,
      body: readCorpusFile(name).replace(/^\s*---\r?\n.*?\n---[ \t]*(?:\r?\n|$)/su, ''),
    }));
}
