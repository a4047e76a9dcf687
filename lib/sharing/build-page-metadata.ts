import type { Metadata } from 'next';
import { buildPath } from '@/lib/i18n/build-path';
import { locales, type Locale } from '@/lib/i18n/locales';
import { buildAbsoluteUrl } from './build-absolute-url';
import { buildFeedPath, feedFormats, feedTypes } from './build-feed-path';
import { buildDescription } from './build-description';
import { buildSiteCardUrl } from './card/build-card-url';
import { cardSize } from './card/card-content';

/** What metadata needs to know of the portal; a `Config` will do. */
export interface SiteFacts {
  siteUrl: string;
  siteTitle: string;
  timeZone: string;
}

/** A page as cards and search engines see it. */
export interface PageFacts {
  locale: Locale;
  /** Without language prefix, with its query: `/category/emnews?before=…`. */
  path: string;
  /** Left out on the front page, whose title is the site's. */
  title?: string;
  description: string;
}

/** Open Graph writes languages with `_` and a country. Source: ogp.me, `og:locale`. */
const openGraphLocales = { 'zh-CN': 'zh_CN', 'zh-TW': 'zh_TW', en: 'en_US' } satisfies Record<Locale, string>;

/**
 * Canonical, language, Open Graph and Twitter tags of any reader page. Each language version is its own
 * canonical, as its frame differs and hreflang needs it; `x-default` is the default language. Names the feeds of the
 * list that the page is, else of the site. Further pages of a list are not for search results, but their links are.
 */
export function buildPageMetadata(site: SiteFacts, page: PageFacts) {
  const url = buildAbsoluteUrl(site.siteUrl, buildPath(page.locale, page.path));
  const title = page.title ?? site.siteTitle;
  const description = buildDescription(page.description);
  const images = [describeCard(buildSiteCardUrl(site, page.locale), site.siteTitle)];
  return {
    title: page.title ?? { absolute: site.siteTitle },
    description,
    alternates: {
      canonical: url,
      languages: buildLanguages(site, page.path),
      types: buildFeedLinks(site, page.path, title),
    },
    ...(/[?&]before=/.test(page.path) && { robots: { index: false, follow: true } }),
    openGraph: {
      type: 'website',
      url,
      title,
      description,
      siteName: site.siteTitle,
      locale: openGraphLocales[page.locale],
      alternateLocale: locales
        .filter((locale) => locale !== page.locale)
        .map((locale) => openGraphLocales[locale]),
      images,
    },
    twitter: { card: 'summary_large_image', title, description, images },
  } satisfies Metadata;
}

/** A card with all that services like to know before they fetch it. */
export function describeCard(url: string, alt: string) {
  return { url, type: 'image/png', ...cardSize, alt };
}

/** Metadata of a page that says something went wrong: a title, and nothing for search engines. */
export function buildNoticeMetadata(title: string): Metadata {
  return { title, robots: { index: false, follow: false } };
}

const feedNames = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' };

/** By media type, as Next wants them. */
function buildFeedLinks(
  site: SiteFacts,
  pagePath: string,
  pageTitle: string,
): Record<string, { url: string; title: string }[]> {
  const isOfPage = buildFeedPath(pagePath) !== buildFeedPath('/');
  const title = isOfPage ? `${pageTitle} - ${site.siteTitle}` : site.siteTitle;
  return Object.fromEntries(
    feedFormats.map((format) => {
      const url = buildAbsoluteUrl(site.siteUrl, buildFeedPath(pagePath, format));
      return [feedTypes[format], [{ url, title: `${title} (${feedNames[format]})` }]];
    }),
  );
}

function buildLanguages(site: SiteFacts, path: string): Record<string, string> {
  const versions = locales.map((locale): [string, string] => [
    locale,
    buildAbsoluteUrl(site.siteUrl, buildPath(locale, path)),
  ]);
  // The default language has no prefix.
  return { ...Object.fromEntries(versions), 'x-default': buildAbsoluteUrl(site.siteUrl, path) };
}
