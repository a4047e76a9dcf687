/**
 * A sanitised body with absolute addresses, for readers that know no base. Paths of this site get its origin and
 * fragments the article's own address; everything else is absolute already (resolve-address.ts). Only tags are
 * touched: sanitised text and values hold no `<` or `>`.
 */
export function makeAbsoluteHtml(html: string, siteUrl: string, pageUrl: string): string {
  return html.replace(/<[a-z][^>]*>/g, (tag) =>
    tag.replace(/ (href|src|cite)="\//g, ` $1="${siteUrl}/`).replace(/ (href|cite)="#/g, ` $1="${pageUrl}#`),
  );
}
