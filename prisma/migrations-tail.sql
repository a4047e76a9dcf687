-- What Prisma's schema language cannot say.

-- Front page, newest stories of all categories: listNewestArticles, feeds
CREATE INDEX "articles_published_newest_idx" ON "articles" ("published_at" DESC, "id" DESC)
  WHERE "status" = 'published' AND "deleted_at" IS NULL;

-- Category page at any depth, older and newer within the category: listCategoryArticles
CREATE INDEX "articles_published_category_idx" ON "articles" ("category_id", "published_at" DESC, "id" DESC)
  WHERE "status" = 'published' AND "deleted_at" IS NULL;

-- The one definition of "published", for search and feeds: readers see these rows and no others
CREATE VIEW "published_articles" AS
  SELECT * FROM "articles" WHERE "status" = 'published' AND "deleted_at" IS NULL;
