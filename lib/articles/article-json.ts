import type { Article } from './article';

/** An article as `/api/articles` gives it (contract, "Addresses"). `siteUrl` has no slash at its end. */
export function buildArticleJson(article: Article, siteUrl: string) {
  const { slug, title, digest, bodyHtml, category, tags, stocks, language } = article;
  return {
    slug,
    title,
    digest,
    bodyHtml,
    publishedAt: article.publishedAt.toISOString(),
    category,
    tags,
    source:
      article.sourceName === null && article.sourceUrl === null
        ? null
        : { name: article.sourceName, url: article.sourceUrl },
    url: `${siteUrl}/articles/${encodeURIComponent(slug)}`,
    shareUrl: `${siteUrl}/s/${article.shareCode}`,
    stocks,
    language,
    updatedAt: article.updatedAt.toISOString(),
  };
}
