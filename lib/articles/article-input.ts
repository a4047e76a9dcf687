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
}

export type SaveOutcome = 'created' | 'updated' | 'unchanged';

/** What became of one input. */
export interface SavedArticle {
  outcome: SaveOutcome;
  articleId: number;
  slug: string;
  contentHash: string;
  /** The article already there was better: this copy has guesses where that one has facts. */
  isWeakerCopy: boolean;
}
