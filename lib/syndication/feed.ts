import type { FeedFormat } from '@/lib/sharing/build-feed-path';

/** A feed before it is written in one format or another. All addresses are absolute, all texts plain but `html`. */
export interface Feed {
  title: string;
  description: string;
  /** BCP 47 tag of title and description. */
  language: string;
  siteTitle: string;
  /** The list that the feed belongs to. */
  pageUrl: string;
  /** The feed itself in each format. */
  urls: Record<FeedFormat, string>;
  /** When one of its items was last published or rewritten. */
  updatedAt: Date;
  /** Newest first. */
  items: FeedItem[];
}

/** One story of a feed. */
export interface FeedItem {
  /** Its page, which is its identity as well: slugs never change. */
  url: string;
  title: string;
  summary: string;
  html: string;
  publishedAt: Date;
  /** When its text was last rewritten; `publishedAt` when it never was. */
  updatedAt: Date;
  sourceName: string | null;
  /** The page at the source. */
  sourceUrl: string | null;
  imageUrl: string | null;
  /** Its category and tags, each once. */
  categories: string[];
  language: string;
}
