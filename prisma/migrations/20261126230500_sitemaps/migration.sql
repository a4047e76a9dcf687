BEGIN;
-- Rather fail and be tried again than stop every reader behind a waiting lock.
SET LOCAL lock_timeout = '5s';

-- What Prisma's schema language cannot say.

-- Sitemaps, from end to end without reading an article: listArticleSitemaps, listArticleUrls, listNewsUrls
CREATE INDEX "articles_sitemap_idx" ON "articles" ("published_at", "id") INCLUDE ("updated_at")
  WHERE "status" = 'published' AND "deleted_at" IS NULL AND "canonical_url" IS NULL;

COMMIT;
