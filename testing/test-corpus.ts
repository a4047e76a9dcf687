import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * For tests only: a folder of real posts beside the project, which is not part of it. `FINEWS_CORPUS` names another
 * place. Without it the tests over real posts are skipped, and say so.
 */
export function findCorpus(part: string): string | undefined {
  const folder = join(process.env['FINEWS_CORPUS'] ?? resolve(process.cwd(), '../shared/corpus'), part);
  if (existsSync(folder)) return folder;
  console.warn(`NOT RUN: no real posts at ${folder}`);
  return undefined;
}

/** Every file below a folder, sorted, absolute. */
export function listFiles(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort(); // prettier-ignore
}
