import type { Metadata } from 'next';
import type { Article } from '@/lib/articles/article';
import { formatIsoWithOffset } from '@/lib/i18n/format-date';
import type { Locale } from '@/lib/i18n/locales';
import { buildAbsoluteUrl, buildArticlePath, buildPictureUrl } from './build-absolute-url';
import { buildPageMetadata, type SiteFacts } from './build-page-metadata';

/** What stands in the head of an article's page. Pictures: the article's own, else the site's card. */
export function buildArticleMetadata(site: SiteFacts, article: Article, locale: Locale): Metadata {
  const page = buildPageMetadata(site, {
    locale,
    path: buildArticlePath(article.slug),
    title: article.title,
    description: article.digest ?? article.bodyText,
  });
  const picture =
    article.imageUrl === null ? {} : { images: [buildPictureUrl(site.siteUrl, article.imageUrl)] };
  const markdown = buildAbsoluteUrl(site.siteUrl, `${buildArticlePath(article.slug)}.md`);
  return {
    ...page,
    alternates: {
      // The source said that its own page is the original: then no language version of ours is.
      ...(article.canonicalUrl === null ? page.alternates : { canonical: article.canonicalUrl }),
      types: { ...page.alternates.types, 'text/markdown': markdown },
    },
    openGraph: {
      ...page.openGraph,
      ...picture,
      type: 'article',
      publishedTime: formatIsoWithOffset(article.publishedAt, site.timeZone),
      section: article.category?.name,
      tags: article.tags,
    },
    twitter: { ...page.twitter, ...picture },
  };
}
