import type { SafeHtml } from './safe-html';

/** A category as readers meet it. */
export interface CategoryRef {
  slug: string;
  name: string;
}

/** What is told of an article where another of its group stands: who said the same, when, under which headline. */
export interface OutletReport {
  slug: string;
  title: string;
  publishedAt: Date;
  sourceName: string | null;
  category: CategoryRef | null;
  /** BCP 47 tag of the text itself. */
  language: string;
}

/** What a list shows of an article. */
export interface ArticleSummary {
  slug: string;
  title: string;
  /** Plain text, or null when the post has none. */
  digest: string | null;
  publishedAt: Date;
  sourceName: string | null;
  category: CategoryRef | null;
  /** BCP 47 tag of the text itself, not of the interface. */
  language: string;
  /** The same story at other outlets, newest first; absent where nobody asked. */
  others?: OutletReport[];
}

/** A published article with all that its page and the API show. */
export interface Article extends ArticleSummary {
  bodyHtml: SafeHtml;
  bodyText: string;
  sourceUrl: string | null;
  imageUrl: string | null;
  /** The page that search engines should take for the original; null: this one. */
  canonicalUrl: string | null;
  tags: string[];
  stocks: { market: string; code: string; name: string; kind: string }[];
  /** Code of the short link `/s/{code}`. */
  shareCode: string;
  updatedAt: Date;
}

/** One page of a list, newest first; `next` is the cursor of the page after it, or null at the end. */
export interface ArticlePage {
  items: ArticleSummary[];
  next: string | null;
}

/** A category with its newest stories, as on the front page. */
export interface CategoryBlock {
  category: CategoryRef;
  items: ArticleSummary[];
}

export type ArticleStatus = 'draft' | 'scheduled' | 'published' | 'withdrawn';
