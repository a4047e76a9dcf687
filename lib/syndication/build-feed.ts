import { createTranslator } from 'use-intl/core';
import { buildExcerpt } from '@/lib/articles/article-body/plain-text';
import type { FeedArticle } from '@/lib/articles/feed-article-store';
import type { Config } from '@/lib/config/config';
import { loadMessages } from '@/lib/i18n/messages';
import { buildAbsoluteUrl, buildArticlePath, buildPictureUrl } from '@/lib/sharing/build-absolute-url';
import { buildFeedPath } from '@/lib/sharing/build-feed-path';
import type { Feed, FeedItem } from './feed';
import { makeAbsoluteHtml } from './make-absolute-html';

const summaryLength = 200;

/** What a feed is about: the site as a whole, or the name of one of its lists. */
export type FeedSubject = { kind: 'site' } | { kind: 'category' | 'tag' | 'stock' | 'search'; name: string };

type SiteFacts = Pick<Config, 'siteUrl' | 'siteTitle' | 'defaultLocale'>;

/** A feed of articles, in the portal's own language. `pagePath`: the list that it belongs to, with its query. */
export function buildFeed(
  site: SiteFacts,
  subject: FeedSubject,
  pagePath: string,
  articles: FeedArticle[],
): Feed {
  const items = articles.map((article) => buildItem(site, article));
  const urlOf = (format: 'rss' | 'atom' | 'json') =>
    buildAbsoluteUrl(site.siteUrl, buildFeedPath(pagePath, format));
  return {
    ...describe(site, subject),
    language: site.defaultLocale,
    siteTitle: site.siteTitle,
    pageUrl: buildAbsoluteUrl(site.siteUrl, pagePath),
    urls: { rss: urlOf('rss'), atom: urlOf('atom'), json: urlOf('json') },
    updatedAt: new Date(Math.max(0, ...items.map(({ updatedAt }) => updatedAt.getTime()))),
    items,
  };
}

function describe(
  { siteTitle, defaultLocale }: SiteFacts,
  subject: FeedSubject,
): Pick<Feed, 'title' | 'description'> {
  const t = createTranslator({
    locale: defaultLocale,
    messages: loadMessages(defaultLocale),
    namespace: 'syndication',
  });
  if (subject.kind === 'site')
    return { title: siteTitle, description: t('siteDescription', { title: siteTitle }) };
  const { kind, name } = subject;
  return {
    title: `${t(`${kind}Title`, { name })} - ${siteTitle}`,
    description: t(`${kind}Description`, { name }),
  };
}

function buildItem(site: SiteFacts, article: FeedArticle): FeedItem {
  const { title, publishedAt, sourceName, sourceUrl, category, tags, changedAt } = article;
  const url = buildAbsoluteUrl(site.siteUrl, buildArticlePath(article.slug));
  return {
    url,
    title,
    summary: article.digest ?? buildExcerpt(article.bodyText, summaryLength),
    html: makeAbsoluteHtml(article.bodyHtml, site.siteUrl, url),
    publishedAt,
    // A draft that was mended before it was published is as new as its publication.
    updatedAt: changedAt !== null && changedAt > publishedAt ? changedAt : publishedAt,
    sourceName,
    sourceUrl,
    imageUrl: article.imageUrl === null ? null : buildPictureUrl(site.siteUrl, article.imageUrl),
    categories: [...new Set([...(category ? [category.name] : []), ...tags])],
    language: article.language,
  };
}
