import type { ArticleRestore } from './article-restore';
import type { SafeHtml } from './safe-html';

/** An article as any writer (import, feed, editor, API) hands it to the one write path. */
export interface ArticleInput {
  /** What makes two inputs the same article. */
  identityKey: string;
  /** The address it would like; another is chosen when that one is taken. */
  wantedSlug: string;
  title: string;
  digest: string | null;
  bodyHtml: SafeHtml;
  bodyText: string;
  sourceName: string | null;
  sourceUrl: string | null;
  imageUrl: string | null;
  publishedAt: Date;
  /** Minutes east of UTC. */
  zoneOffset: number;
  /** BCP 47. */
  language: string;
  category: { slug: string; name: string | null } | null;
  tags: string[];
  /** Old addresses in their folded form. */
  links: { path: string; kind: string }[];
  mentions: { market: string; code: string; name: string; kind: string; count: number }[];
  guessedFields: string[];
  isDraft: boolean;
  /** The page that search engines should take for the original; absent: our own. */
  canonicalUrl?: string | null;
  /** `buildFingerprint` of it, where that was worked out before. */
  fingerprint?: bigint | null;
  /** `buildTextSketch` of its text, likewise. */
  textSketch?: number[] | null;
  /** From an export of a portal: what the article was there. */
  restore?: ArticleRestore;
}

/** `skipped`: there already with other content, and not to be touched. */
export type SaveOutcome = 'created' | 'updated' | 'unchanged' | 'skipped';

/** What to do with a post that is there already with other content. */
export type DuplicateRule = 'update' | 'skip' | 'keep-both';

/** What became of one input. */
export interface SavedArticle {
  outcome: SaveOutcome;
  articleId: number;
  slug: string;
  contentHash: string;
  /** The article already there was better: this copy has guesses where that one has facts. */
  isWeakerCopy: boolean;
  /** Fields in which the incoming copy differs from the article that was there. */
  changedFields: string[];
  /** What it was found by: its identity, or `trace` for an address or a text that it shares with the article. */
  foundBy: 'identity' | 'trace' | null;
  /** Identity and traces: what another input may be recognised by as the same post. */
  names: string[];
  /** Addresses of an exported article that lead elsewhere here, and stay so. */
  leftAddresses?: string[];
}
