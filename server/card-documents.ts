import { findPublishedArticle } from '@/lib/articles/article-store';
import { getConfig } from '@/lib/config/config';
import { buildArticleCard, buildSiteCard, type CardContent } from '@/lib/sharing/card/card-content';
import { renderCard } from '@/lib/sharing/card/render-card';
import type { Document, DocumentRoute } from './documents';

/** A day: pages name the card of their content (`?v=…`), so a changed one has another address. */
const maxAge = 86_400;

/**
 * Share cards. `?v=` is not read: it makes other sites fetch a changed card anew, while an address that they keep
 * goes on answering, and made-up ones cannot fill the cache with copies.
 */
export const cardRoutes: readonly DocumentRoute[] = [
  {
    pattern: /^\/articles\/(?<slug>[^/]+)\/card\.png$/,
    query: [],
    render: async ({ groups }) => {
      const article = await findPublishedArticle(groups['slug'] ?? '');
      return article && drawDocument(buildArticleCard(getConfig(), article));
    },
  },
  { pattern: /^\/card\.png$/, query: [], render: () => drawDocument(buildSiteCard(getConfig())) },
];

async function drawDocument(content: CardContent): Promise<Document> {
  return { contentType: 'image/png', body: await renderCard(content), maxAge };
}
