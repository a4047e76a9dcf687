import type { ImportOptions, ItemChoice } from './import-options';
import { defaultImportOptions } from './import-options';

/** What a file is read with. Plain data: it goes to the parsing threads. */
export interface ParseContext {
  /** IANA zone of dates that state none. */
  timeZone: string;
  /** For posts whose language nothing shows. */
  defaultLanguage: string;
  now: Date;
  options?: ImportOptions;
  /** Character set and repairs that an editor chose for single files, by path. */
  choices?: ReadonlyMap<string, ItemChoice>;
  /** Before ids that are only unique within their source: a feed's number. */
  idScope?: string;
}

/** Repairs that an editor can switch off: what they would mend is left as it is, or the file stays out. */
export const switchableRepairs = [
  'front-matter-repaired',
  'title-guessed',
  'date-guessed',
  'hidden-content-removed',
  'chart-removed',
  'liquid-removed',
  'category-guessed',
] as const;

export type SwitchableRepair = (typeof switchableRepairs)[number];

/** The repairs that are off for a file, from the import's options and the editor's choice for it. */
export function listRepairsOff(path: string, { options, choices }: ParseContext): ReadonlySet<string> {
  const own = choices?.get(path)?.withoutRepairs ?? choices?.get(getFilePath(path))?.withoutRepairs;
  return new Set([...(options ?? defaultImportOptions).withoutRepairs, ...(own ?? [])]);
}

/** The file of a post: of `export.xml#12` it is `export.xml`. */
export function getFilePath(path: string): string {
  return path.replace(/#\d+$/, '');
}
