import type { ArticleStatus } from './article';
import type { SafeHtml } from './safe-html';
import type { StockMention } from './stock-mention';

/** What an exported article was in the portal that it comes from; applied only where it is created anew. */
export interface ArticleRestore {
  status: ArticleStatus;
  deletedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  share: { code: string; visits: number; lastVisitAt: Date | null; createdAt: Date } | null;
  /** When each address began to lead to it, by folded address. */
  links: { path: string; createdAt: Date }[];
  /** Oldest first. */
  revisions: RestoredRevision[];
}

/** A former state, its body sanitised. Tags, category and stocks stand in it by name, as ids differ. */
export interface RestoredRevision {
  contentHash: string;
  createdAt: Date;
  editorId: string | null;
  origin: string | null;
  title: string;
  digest: string | null;
  bodyHtml: SafeHtml;
  bodyText: string;
  sourceName: string | null;
  sourceUrl: string | null;
  imageUrl: string | null;
  canonicalUrl: string | null;
  publishedAt: Date;
  zoneOffset: number;
  status: ArticleStatus;
  language: string;
  guessedFields: string[];
  category: { slug: string; name: string } | null;
  deletedAt: Date | null;
  updatedAt: Date | null;
  fingerprint: string | null;
  tags: string[];
  mentions: StockMention[];
}
