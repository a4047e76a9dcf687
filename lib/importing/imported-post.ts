import type { ArticleRestore } from '@/lib/articles/article-restore';
import type { SafeHtml } from '@/lib/articles/safe-html';
import type { StockMention } from '@/lib/articles/stock-mention';
import type { ImportNote } from './import-note';

/** One file as a source hands it over: a path for people and its bytes. */
export interface SourceFile {
  /** Relative to what was given, with `/`; for an archive entry the entry's name. */
  path: string;
  bytes: Uint8Array;
  /** Last change of the file, where the source knows it. */
  modifiedAt?: Date;
}

/** What a source yields: a file, or a file that could not be handed over and why. */
export type SourceEntry =
  { kind: 'file'; file: SourceFile } | { kind: 'rejected'; path: string; note: ImportNote };

/** A post, cleaned and complete, ready to be saved. */
export interface ImportedPost {
  path: string;
  /** The source's id as digits, else `<language>:<yyyy-mm-dd-name>`; see `identity.ts`. */
  identityKey: string;
  /** The address it would like: the source's id as the file wrote it (`NW…`), else the file name's slug. */
  wantedSlug: string;
  title: string;
  digest: string | null;
  bodyHtml: SafeHtml;
  bodyText: string;
  sourceName: string | null;
  sourceUrl: string | null;
  /** First picture of the body, absolute http(s) address. */
  imageUrl: string | null;
  publishedAt: Date;
  /** Minutes east of UTC. */
  zoneOffset: number;
  /** BCP 47: zh-CN, en, ja … */
  language: string;
  category: { slug: string; name: string | null } | null;
  tags: string[];
  /** Old addresses, folded by `foldPath` (lib/links/fold-path.ts). */
  links: { path: string; kind: 'permalink' | 'source' | 'share' | 'build-date' | 'slug' | 'hand' }[];
  canonicalUrl: string | null;
  fingerprint: bigint | null;
  textSketch: number[] | null;
  mentions: StockMention[];
  /** The file itself says that it is not to be published (`draft: true`, `published: false`, a `_drafts` folder). */
  isDraft: boolean;
  guessedFields: ('title' | 'publishedAt')[];
  /** From an export of a portal: what the article was there. */
  restore?: ArticleRestore;
  notes: ImportNote[];
}
