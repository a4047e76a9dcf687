import type { Metadata } from 'next';
import type { Article } from '@/lib/articles/article';
import { formatDateTime, formatIsoWithOffset } from '@/lib/i18n/format-date';
import type { Locale } from '@/lib/i18n/locales';
import { loadMessages } from '@/lib/i18n/messages';
import { buildAbsoluteUrl, buildArticlePath } from './build-absolute-url';
import { buildPageMetadata, describeCard, type SiteFacts } from './build-page-metadata';
import { buildCardUrl } from './card/build-card-url';

/**
 * What stands in the head of an article's page. The picture is always the card that we draw: a picture of the post
 * lies on its source's host, where other sites often may not fetch it, and is of any size and kind. `changedAt`: when its
 * readers last saw a change.
 */
export function buildArticleMetadata(
  site: SiteFacts,
  article: Article,
  locale: Locale,
  changedAt?: Date,
): Metadata {
  const path = buildArticlePath(article.slug);
  const page = buildPageMetadata(site, {
    locale,
    path,
    title: article.title,
    description: article.digest ?? article.bodyText,
  });
  const images = [describeCard(buildCardUrl(site, locale, article), article.title)];
  const markdown = buildAbsoluteUrl(site.siteUrl, `${buildArticlePath(article.slug)}.md`);
  return {
    ...page,
    alternates: {
      // The source said that its own page is the original: then no language version of ours is.
      ...(article.canonicalUrl === null ? page.alternates : { canonical: article.canonicalUrl }),
      types: {
        ...page.alternates.types,
        ...buildOembedLinks(site, path, article.title),
        'text/markdown': markdown,
      },
    },
    openGraph: {
      ...page.openGraph,
      images,
      type: 'article',
      publishedTime: formatIsoWithOffset(article.publishedAt, site.timeZone),
      ...(changedAt && { modifiedTime: formatIsoWithOffset(changedAt, site.timeZone) }),
      section: article.category?.name,
      tags: article.tags,
    },
    twitter: { ...page.twitter, images },
    other: buildLabels(site, article, locale),
  };
}

/** Where a site that embeds the story asks for it. Source: oembed.com, 4 "Discovery". */
function buildOembedLinks(site: SiteFacts, path: string, title: string) {
  const query = new URLSearchParams({ url: buildAbsoluteUrl(site.siteUrl, path) }).toString();
  const endpoint = buildAbsoluteUrl(site.siteUrl, `/oembed?${query}`);
  return {
    'application/json+oembed': [{ url: `${endpoint}&format=json`, title }],
    'text/xml+oembed': [{ url: `${endpoint}&format=xml`, title }],
  };
}

/** Two lines under the text of a card in Slack. */
function buildLabels(site: SiteFacts, article: Article, locale: Locale): Record<string, string> {
  const { sourceLabel, timeLabel } = loadMessages(locale).cards;
  const time = formatDateTime(article.publishedAt, site.timeZone);
  if (article.sourceName === null) return { 'twitter:label1': timeLabel, 'twitter:data1': time };
  return {
    'twitter:label1': sourceLabel,
    'twitter:data1': article.sourceName,
    'twitter:label2': timeLabel,
    'twitter:data2': time,
  };
}
