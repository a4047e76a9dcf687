import type { Article } from '@/lib/articles/article';
import { markSafeHtml, type SafeHtml } from '@/lib/articles/safe-html';
import { decodeAddress } from './image-address';

/** The portal's own copy of a picture. Sizes in pixels. */
export interface StoredImage {
  /** `<sha-256 of the content>.webp` */
  name: string;
  width: number;
  height: number;
}

/** By remote address. */
export type StoredImages = ReadonlyMap<string, StoredImage>;

/** Where the portal serves a picture of its store. */
export function buildImagePath(name: string): string {
  return `/images/${name}`;
}

/** An article with the portal's own copies in place of remote pictures; what has no copy stays as it is. */
export function showStoredImages<T extends Pick<Article, 'bodyHtml' | 'imageUrl'>>(
  article: T,
  stored: StoredImages,
): T {
  if (stored.size === 0) return article;
  const own = article.imageUrl === null ? undefined : stored.get(article.imageUrl);
  return {
    ...article,
    bodyHtml: replaceImages(article.bodyHtml, stored),
    imageUrl: own ? buildImagePath(own.name) : article.imageUrl,
  };
}

/** Names and sizes come from our own table, so safe HTML stays safe. */
function replaceImages(html: SafeHtml, stored: StoredImages): SafeHtml {
  return markSafeHtml(
    html.replace(/<img src="([^"]+)"([^>]*?)( ?\/?>)/g, (tag, source: string, rest: string, end: string) => {
      const own = stored.get(decodeAddress(source));
      return own ? `<img src="${buildImagePath(own.name)}"${setSize(rest, own)}${end}` : tag;
    }),
  );
}

/** A width that the post stated is kept, and the true shape decides the height. */
function setSize(attributes: string, { width, height }: StoredImage): string {
  const stated = Number(/ width="(\d+)"/.exec(attributes)?.[1] ?? width);
  const shown = Math.min(stated, width);
  const others = attributes.replace(/ (?:width|height)="\d+"/g, '');
  return `${others} width="${shown}" height="${Math.max(1, Math.round((height * shown) / width))}"`;
}
