import type { ArticleSummary } from '@/lib/articles/article';
import { buildPath } from '@/lib/i18n/build-path';
import type { Locale } from '@/lib/i18n/locales';
import { buildAbsoluteUrl, buildArticlePath } from '../build-absolute-url';
import type { SiteFacts } from '../build-page-metadata';
import { buildArticleCard, buildSiteCard, type CardContent, getCardVersion } from './card-content';

/** The absolute address of the share card of an article, as shown in that language; another one after each change. */
export function buildCardUrl(site: SiteFacts, locale: Locale, article: ArticleSummary): string {
  return buildUrl(site, locale, buildArticlePath(article.slug), buildArticleCard(site, article));
}

/** The absolute address of the portal's own card. */
export function buildSiteCardUrl(site: SiteFacts, locale: Locale): string {
  return buildUrl(site, locale, '', buildSiteCard(site, locale));
}

function buildUrl(site: SiteFacts, locale: Locale, path: string, content: CardContent): string {
  const card = buildPath(locale, `${path}/card.png`);
  return buildAbsoluteUrl(site.siteUrl, `${card}?v=${getCardVersion(content)}`);
}
