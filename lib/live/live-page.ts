/** Header of a render: the last change that was known before it began. Set by the server only. */
export const changeIdHeader = 'x-finews-change-id';

/** What a page has to do with the change log. */
export interface LivePage {
  /** Cache tags whose changes concern it. */
  topics: string[];
  /** A list shows nothing older than this; null where it has room. */
  floor?: Date | null;
  /** `pages`: what matches is found by looking at the page again, as with a search. */
  look?: boolean;
}
