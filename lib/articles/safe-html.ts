/**
 * HTML that went through the sanitiser once (`article-body`) or came back from the database where only such
 * HTML is stored. Only `lib/articles/article-body` and the store's row mapper may make one.
 */
export type SafeHtml = string & { readonly __safeHtml: unique symbol };

/** Marks HTML as safe. Callers: the last cleaning step and the row mapper, nobody else. */
export function markSafeHtml(html: string): SafeHtml {
  return html as SafeHtml;
}
