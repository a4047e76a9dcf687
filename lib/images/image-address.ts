import { createHash } from 'node:crypto';

/** Pictures of one article that are looked at; the rest stays where it is. */
const maxPerArticle = 200;

/** The part of an article that shows pictures. Its HTML is canonical: every picture is `<img src="…" …>`. */
export interface IllustratedArticle {
  bodyHtml: string;
  imageUrl: string | null;
}

/** The key of a picture's address in `remote_images`: SHA-256, hex. */
export function hashImageAddress(address: string): string {
  return createHash('sha256').update(address).digest('hex');
}

/** The remote (http, https) pictures of an article, each once, in their order. */
export function listImageAddresses({ bodyHtml, imageUrl }: IllustratedArticle): string[] {
  const shown = [...bodyHtml.matchAll(/<img src="([^"]+)"/g)].map(([, source = '']) => decodeAddress(source));
  const all = [...(imageUrl === null ? [] : [imageUrl]), ...shown];
  return [...new Set(all.filter((address) => /^https?:\/\//i.test(address)))].slice(0, maxPerArticle);
}

/** An address as the sanitiser wrote it into an attribute, back to what it is. */
export function decodeAddress(value: string): string {
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
