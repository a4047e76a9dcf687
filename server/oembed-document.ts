import { findPublishedArticle } from '@/lib/articles/article-store';
import { getConfig } from '@/lib/config/config';
import { resolveAddress } from '@/lib/links/resolve-address';
import { buildOembed, formatOembed, parseOembedQuery } from '@/lib/sharing/oembed';
import { findShortLink } from '@/lib/sharing/short-link-store';
import type { Document, DocumentRoute } from './documents';
import { parseReaderAddress } from './reader-address';

/** oEmbed 1.0: what other sites show for a link to an article. Source: oembed.com. */
export const oembedRoute: DocumentRoute = {
  pattern: /^\/oembed$/,
  query: ['url', 'format', 'maxwidth', 'maxheight'],
  render: async ({ query }) => {
    const wish = parseOembedQuery(query);
    if (wish === undefined) return refuse(400);
    // "The provider cannot return a response in the requested format."
    if (wish.format === undefined) return refuse(501);
    const slug = await findSlug(wish.url);
    const article = slug === undefined ? undefined : await findPublishedArticle(slug);
    if (!article) return refuse(404);
    return { ...formatOembed(buildOembed(getConfig(), article, wish), wish.format), maxAge: 3600 };
  },
};

function refuse(status: number): Document {
  return { status, contentType: 'text/plain; charset=utf-8', body: '' };
}

/** The article of an address of this portal: its page in any language, a short link, an old address. */
async function findSlug(address: string): Promise<string | undefined> {
  const { siteUrl, defaultLocale } = getConfig();
  const url = URL.parse(address);
  if (url?.origin !== siteUrl || /%00/.test(url.href)) return undefined;
  const code = /^\/s\/([0-9A-Za-z]{1,40})\/?$/.exec(url.pathname)?.[1];
  if (code !== undefined) {
    const target = await findShortLink(code);
    return target.kind === 'article' ? target.slug : undefined;
  }
  const page = parseReaderAddress(url, defaultLocale);
  if (page.kind === 'page') return readSlug(page.internal.replace(/^\/[^/]+/, ''));
  const found = await resolveAddress(page.kind === 'redirect' ? page.location : page.path);
  return found.kind === 'redirect' ? readSlug(found.location) : readSlug(url.pathname);
}

function readSlug(path: string): string | undefined {
  const slug = /^\/articles\/([^/]+)$/.exec(path)?.[1];
  return slug === undefined ? undefined : decodeURIComponent(slug);
}
