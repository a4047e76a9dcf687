import type { NewsArticle, WithContext } from 'schema-dts';
import type { Article } from '@/lib/articles/article';
import { buildPath } from '@/lib/i18n/build-path';
import { formatIsoWithOffset } from '@/lib/i18n/format-date';
import type { Locale } from '@/lib/i18n/locales';
import { buildAbsoluteUrl, buildArticlePath, buildPictureUrl } from './build-absolute-url';
import { buildDescription } from './build-description';
import type { SiteFacts } from './build-page-metadata';
import { buildCardUrl } from './card/build-card-url';

/**
 * schema.org NewsArticle of an article, as plain data. The source is the author; this site publishes.
 * `changedAt`: when its readers last saw a change; `updatedAt` of an imported story would be the day of its import.
 */
export function buildNewsArticle(
  site: SiteFacts,
  article: Article,
  locale: Locale,
  changedAt?: Date,
): WithContext<NewsArticle> {
  const url = buildAbsoluteUrl(site.siteUrl, buildPath(locale, buildArticlePath(article.slug)));
  const picture = article.imageUrl === null ? [] : [buildPictureUrl(site.siteUrl, article.imageUrl)];
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: buildDescription(article.title, 110),
    description: buildDescription(article.digest ?? article.bodyText),
    // A search engine picks for itself and tries again: the story's own picture first.
    image: [...picture, buildCardUrl(site, locale, article)],
    datePublished: formatIsoWithOffset(article.publishedAt, site.timeZone),
    dateModified: changedAt && formatIsoWithOffset(changedAt, site.timeZone),
    inLanguage: article.language,
    mainEntityOfPage: url,
    url,
    articleSection: article.category?.name,
    keywords: article.tags.length > 0 ? article.tags : undefined,
    isBasedOn: article.sourceUrl ?? undefined,
    author: { '@type': 'Organization', name: article.sourceName ?? site.siteTitle },
    publisher: { '@type': 'Organization', name: site.siteTitle, url: buildAbsoluteUrl(site.siteUrl, '/') },
  };
}
