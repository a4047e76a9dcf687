import { AppError } from '@/lib/errors/app-error';
import { resolveAddress } from '@/lib/links/resolve-address';
import { findShortLink } from '@/lib/sharing/short-link-store';

/**
 * The slug of the article that an editor names: by its slug as it is, or by any address that leads to it, of this site
 * or of its source. Throws `group-article-unknown` (404) for an address that leads to no article.
 */
export async function findNamedArticle(name: string): Promise<string> {
  if (!name.includes('/')) return name;
  const path = name.replace(/^[a-z]+:\/\/[^/]+/i, '');
  const own = /^(?:\/[a-z]{2}(?:-[A-Z]{2})?)?\/articles\/([^/?#]+)/.exec(path)?.[1];
  if (own !== undefined) return decode(own);
  const code = /^\/s\/([0-9A-Za-z]+)$/.exec(path)?.[1];
  if (code !== undefined) {
    const target = await findShortLink(code);
    if (target.kind === 'article') return target.slug;
  }
  const found = await resolveAddress(path);
  const slug = found.kind === 'redirect' ? /^\/articles\/([^/?#]+)$/.exec(found.location)?.[1] : undefined;
  if (slug === undefined) throw new AppError('group-article-unknown', {}, 404);
  return decode(slug);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (cause) {
    throw new AppError('group-article-unknown', {}, 404, { cause });
  }
}
