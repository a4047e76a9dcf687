/** Header of a render: the last change that was known before it began. Set by the server only. */
export const changeIdHeader = 'x-finews-change-id';

/** What a page has to do with the change log. */
export interface LivePage {
  /** Cache tags (`lib/articles/article-cache`) whose changes concern it. */
  topics: string[];
  /** The story that it shows; absent on lists. */
  article?: string;
  /** Milliseconds since the epoch: a list that is full shows nothing older; Infinity where nothing new can appear. */
  floor?: number | undefined;
  /** What is new cannot be told from an event, as with a search: the page looks at itself anew. */
  look?: boolean;
}

/** The time below which a full list shows nothing: that of its last story. Undefined while it has room. */
export function findFloor(items: readonly { publishedAt: Date }[], isFull: boolean): number | undefined {
  return isFull ? items.at(-1)?.publishedAt.getTime() : undefined;
}
