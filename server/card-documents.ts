import { findPublishedArticle } from '@/lib/articles/article-store';
import { showInScript } from '@/lib/articles/show-in-script';
import { getConfig } from '@/lib/config/config';
import { isLocale, type Locale } from '@/lib/i18n/locales';
import { buildArticleCard, buildSiteCard, type CardContent } from '@/lib/sharing/card/card-content';
import { renderCard } from '@/lib/sharing/card/render-card';
import type { Document, DocumentRequest, DocumentRoute } from './documents';

/** A day: pages name the card of their content (`?v=…`), so a changed one has another address. */
const maxAge = 86_400;

/**
 * Share cards, in Traditional where the page is. `?v=` is not read: it makes other sites fetch a changed card anew,
 * while an address that they keep goes on answering, and made-up ones cannot fill the cache with copies.
 */
export const cardRoutes: readonly DocumentRoute[] = [
  {
    pattern: /^(?:\/(?<locale>[\w-]+))?\/articles\/(?<slug>[^/]+)\/card\.png$/,
    query: [],
    render: async ({ groups }) => {
      const locale = chooseLocale(groups);
      const article = locale && (await findPublishedArticle(groups['slug'] ?? ''));
      return article && drawDocument(buildArticleCard(getConfig(), await showInScript(locale, article)));
    },
  },
  {
    pattern: /^(?:\/(?<locale>[\w-]+))?\/card\.png$/,
    query: [],
    render: async ({ groups }) => {
      const locale = chooseLocale(groups);
      return locale && drawDocument(buildSiteCard(getConfig(), locale));
    },
  },
];

/** Undefined for a first segment that is no language. */
function chooseLocale({ locale }: DocumentRequest['groups']): Locale | undefined {
  if (locale === undefined) return getConfig().defaultLocale;
  return isLocale(locale) ? locale : undefined;
}

async function drawDocument(content: CardContent): Promise<Document> {
  return { contentType: 'image/png', body: await renderCard(content), maxAge };
}
