import { createHash } from 'node:crypto';
import type { ArticleSummary } from '@/lib/articles/article';
import { formatDateTime } from '@/lib/i18n/format-date';
import type { Locale } from '@/lib/i18n/locales';
import { loadMessages } from '@/lib/i18n/messages';
import type { SiteFacts } from '../build-page-metadata';

/** Everything that is drawn on a card. */
export interface CardContent {
  /** Name of the portal, at the top. */
  site: string;
  headline: string;
  /** Bottom left: the source, or what the portal is. */
  note: string;
  /** Bottom right: the time, or the portal's host. */
  aside: string;
}

/** Pixels of every card; 1.91 : 1 is what all services show uncut. */
export const cardSize = { width: 1200, height: 630 };

/** Changed whenever the drawing changes: its place in the version makes everyone fetch the new one. */
const drawing = '2';

/** What the card of an article says. */
export function buildArticleCard(site: SiteFacts, article: ArticleSummary): CardContent {
  return {
    site: site.siteTitle,
    headline: article.title,
    note: [article.sourceName, article.category?.name].find((name) => name && name !== site.siteTitle) ?? '',
    aside: formatDateTime(article.publishedAt, site.timeZone),
  };
}

/** The card of pages that are no article: the portal's own. */
export function buildSiteCard(site: SiteFacts, locale: Locale): CardContent {
  const { about } = loadMessages(locale).cards;
  return { site: '', headline: site.siteTitle, note: about, aside: new URL(site.siteUrl).host };
}

/** Short text that differs whenever the card does; goes into its address, as other sites keep pictures for ever. */
export function getCardVersion(content: CardContent): string {
  const { site, headline, note, aside } = content;
  const text = JSON.stringify([drawing, site, headline, note, aside]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 10);
}
