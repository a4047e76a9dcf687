import { z } from 'zod';
import type { Article } from '@/lib/articles/article';
import { getConfig } from '@/lib/config/config';
import { formatDateTime } from '@/lib/i18n/format-date';
import { buildAbsoluteUrl, buildArticlePath } from './build-absolute-url';
import { buildDescription } from './build-description';
import type { SiteFacts } from './build-page-metadata';
import { buildCardUrl } from './card/build-card-url';
import { cardSize } from './card/card-content';

const pixels = z.coerce.number().int().min(1);
const querySchema = z.object({
  url: z.string().min(1),
  /** Undefined for a format that oEmbed does not know. */
  format: z
    .enum(['json', 'xml'])
    .default('json')
    .or(z.string().transform(() => undefined)),
  maxwidth: pixels.optional(),
  maxheight: pixels.optional(),
});

export type OembedWish = z.infer<typeof querySchema>;

/** Reads a request to the endpoint; undefined where it has no address or a limit that is no number of pixels. */
export function parseOembedQuery(query: URLSearchParams): OembedWish | undefined {
  const parsed = querySchema.safeParse(Object.fromEntries(query));
  return parsed.success ? parsed.data : undefined;
}

/** An answer of the type `rich`, names as in the specification. */
export type Oembed = Record<string, string | number>;

const widest = 600;
const usualHeight = 240;

/**
 * What other sites show for an article: a quotation with headline, source and time, plain HTML without script or
 * style. The card goes along as thumbnail where the asking site has room for it. Source: oembed.com, 2.3.
 */
export function buildOembed(site: SiteFacts, article: Article, wish: OembedWish): Oembed {
  const { maxwidth = widest, maxheight = Infinity } = wish;
  const hasRoom = (wish.maxwidth ?? Infinity) >= cardSize.width && maxheight >= cardSize.height;
  return {
    version: '1.0',
    type: 'rich',
    title: article.title,
    ...(article.sourceName !== null && { author_name: article.sourceName }),
    ...(article.sourceUrl !== null && { author_url: article.sourceUrl }),
    provider_name: site.siteTitle,
    provider_url: buildAbsoluteUrl(site.siteUrl, '/'),
    cache_age: 3600,
    html: buildQuotation(site, article),
    width: Math.min(maxwidth, widest),
    height: Math.min(maxheight, usualHeight),
    ...(hasRoom && {
      thumbnail_url: buildCardUrl(site, getConfig().defaultLocale, article),
      thumbnail_width: cardSize.width,
      thumbnail_height: cardSize.height,
    }),
  };
}

function buildQuotation(site: SiteFacts, article: Article): string {
  const url = escapeMarkup(buildAbsoluteUrl(site.siteUrl, buildArticlePath(article.slug)));
  const text = escapeMarkup(buildDescription(article.digest ?? article.bodyText));
  const origin = [
    article.sourceName ?? '',
    formatDateTime(article.publishedAt, site.timeZone),
    site.siteTitle,
  ];
  const foot = escapeMarkup(origin.filter((part) => part !== '').join(' · '));
  const title = escapeMarkup(article.title);
  return `<blockquote cite="${url}"><p><a href="${url}">${title}</a></p><p>${text}</p><p>${foot}</p></blockquote>`;
}

/** The bytes of an answer in one of the two formats. */
export function formatOembed(oembed: Oembed, format: 'json' | 'xml'): { contentType: string; body: string } {
  if (format === 'json')
    return { contentType: 'application/json; charset=utf-8', body: JSON.stringify(oembed) };
  const fields = Object.entries(oembed).map(
    ([name, value]) => `<${name}>${escapeMarkup(String(value))}</${name}>`,
  );
  return {
    contentType: 'text/xml; charset=utf-8',
    body: `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${fields.join('')}</oembed>\n`,
  };
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For HTML and XML; characters that XML 1.0 cannot hold are left out. */
function escapeMarkup(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
