/** The address that other sites use. `siteUrl` is an origin without a trailing slash, `path` begins with `/`. */
export function buildAbsoluteUrl(siteUrl: string, path: string): string {
  return path === '/' ? `${siteUrl}/` : `${siteUrl}${path}`;
}

/** The address of an article's picture for other sites: our own copy of one has a path only. */
export function buildPictureUrl(siteUrl: string, imageUrl: string): string {
  return imageUrl.startsWith('/') ? buildAbsoluteUrl(siteUrl, imageUrl) : imageUrl;
}

/** Path of an article in the default language; contract, "Addresses". */
export function buildArticlePath(slug: string): string {
  return `/articles/${encodeURIComponent(slug)}`;
}

/** Path of the changes of an article. */
export function buildChangesPath(slug: string): string {
  return `${buildArticlePath(slug)}/changes`;
}

/** Path of a category's index. `before` is the cursor of a page further down. */
export function buildCategoryPath(slug: string, before?: string): string {
  return withCursor(`/category/${encodeURIComponent(slug)}`, before);
}

/** Path of the list of a tag. */
export function buildTagPath(name: string, before?: string): string {
  return withCursor(`/tag/${encodeURIComponent(name)}`, before);
}

/** Path of a short share link. */
export function buildShortPath(code: string): string {
  return `/s/${encodeURIComponent(code)}`;
}

/** Path of a share's or sector's page; `id` is `1.600160`. */
export function buildStockPath(id: string, before?: string): string {
  return withCursor(`/stock/${encodeURIComponent(id)}`, before);
}

/** Path of the archive of a year, month or day: `2022-02-18` → `/archive/2022/02/18`. */
export function buildArchivePath(period: string, before?: string): string {
  return withCursor(`/archive/${period.replaceAll('-', '/')}`, before);
}

function withCursor(path: string, before: string | undefined): string {
  return before === undefined ? path : `${path}?before=${encodeURIComponent(before)}`;
}
