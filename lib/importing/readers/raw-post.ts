import type { ImportNote } from '../import-note';

/** The formats that are recognised by content. */
export const importFormats = [
  'front-matter', // Jekyll, Hugo, Hexo: YAML, TOML or JSON front matter
  'html', // a page of its own
  'text', // Markdown or plain text without front matter
  'wxr',
  'ghost',
  'feed', // RSS, Atom, JSON Feed
  'json', // one post, a list of posts, or one post a line
  'table', // CSV, TSV
  'export', // the manifest of a portal's export
] as const;

export type ImportFormat = (typeof importFormats)[number];

/** How the text of a body is to be read. `jekyll` is Markdown with HTML and Liquid in it. */
export type BodyFormat = 'jekyll' | 'markdown' | 'html' | 'text';

/** One post as a format states it, not yet checked or cleaned. */
export interface RawPost {
  /** What people see: the file's path; of a file with many posts with its number from 1: `export.xml#12`. */
  path: string;
  /** Keys in lower case, named as in the front matter of a Jekyll post (`post-schema.ts`); values as found. */
  fields: Record<string, unknown>;
  body: string;
  bodyFormat: BodyFormat;
  /** Line in the file where it begins, from 1, where that is known. */
  line?: number;
  notes: ImportNote[];
  /** The map `finews` of a post that a portal exported, as JSON; not checked. */
  restore?: string;
}

/** What a reader yields: a post, or a part of the file that is none and why. */
export type RawEntry = { kind: 'post'; post: RawPost } | { kind: 'rejected'; path: string; note: ImportNote };

/** What a reader is told besides the text. */
export interface ReadOptions {
  /** For tables and foreign JSON: the post's field by column name, `body` for the body; guessed where absent. */
  columns?: Readonly<Record<string, string>>;
  /** Repairs that the editor switched off, by note code: what they would mend is then left as it is. */
  withoutRepairs?: ReadonlySet<string>;
}

/**
 * One format. `recognise` judges by content alone (a name is a hint for nothing but plain text) and is cheap;
 * `read` yields in the order of the file, never throws, and holds at most the file and one post in memory.
 * Text comes in with `\n` as line end and without control characters.
 */
export interface FormatReader {
  format: ImportFormat;
  recognise: (text: string, path: string) => boolean;
  read: (text: string, path: string, options: ReadOptions) => Generator<RawEntry>;
}
