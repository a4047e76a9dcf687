import type { ArticleSummary } from '@/lib/articles/article';
import { buildAbsoluteUrl, buildArticlePath } from '../build-absolute-url';
import type { SiteFacts } from '../build-page-metadata';
import { buildArticleCard, buildSiteCard, getCardVersion } from './card-content';

/** The absolute address of the share card of an article, or of the portal's own; another one after each change. */
export function buildCardUrl(site: SiteFacts, article?: ArticleSummary): string {
  const content = article ? buildArticleCard(site, article) : buildSiteCard(site);
  const path = article ? `${buildArticlePath(article.slug)}/card.png` : '/card.png';
  return buildAbsoluteUrl(site.siteUrl, `${path}?v=${getCardVersion(content)}`);
}
