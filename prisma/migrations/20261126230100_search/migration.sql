BEGIN;
-- Rather fail and be tried again than stop every reader behind a waiting lock.
SET LOCAL lock_timeout = '5s';

-- CreateTable
CREATE TABLE "article_search" (
    "article_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "terms" TSVECTOR NOT NULL,
    "version" INTEGER NOT NULL,
    "built_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "category_id" INTEGER,
    "is_published" BOOLEAN NOT NULL,

    CONSTRAINT "article_search_pkey" PRIMARY KEY ("article_id")
);

-- CreateIndex
CREATE INDEX "article_search_newest_idx" ON "article_search"("published_at" DESC, "article_id" DESC);

-- CreateIndex
CREATE INDEX "article_search_category_idx" ON "article_search"("category_id", "published_at" DESC, "article_id" DESC);

-- CreateIndex
CREATE INDEX "article_search_terms_idx" ON "article_search" USING GIN ("terms");

-- AddForeignKey
ALTER TABLE "article_search" ADD CONSTRAINT "article_search_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

-- Texts and terms apart from the rows: a search looks at many rows, and at few of their texts.
ALTER TABLE "article_search" SET (toast_tuple_target = 256);

-- Read more often than written; a PostgreSQL that was built without lz4 does without.
DO $$
BEGIN
  ALTER TABLE "article_search" ALTER COLUMN "text" SET COMPRESSION lz4, ALTER COLUMN "terms" SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN NULL;
END $$;

-- Without them the planner takes every word that is not among the hundred commonest for equally common, and reads all
-- articles by date for a word that is in thirty.
ALTER TABLE "article_search" ALTER COLUMN "terms" SET STATISTICS 1000;

-- What a search filters and sorts by follows the article, whoever changes it. "Published" is what the view says.
CREATE FUNCTION "follow_articles_in_search"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "article_search" s
  SET "published_at" = now_.published_at, "category_id" = now_.category_id, "is_published" = now_.is_published
  FROM (
    SELECT c."id", c."published_at", c."category_id",
      EXISTS (SELECT FROM "published_articles" p WHERE p."id" = c."id") AS "is_published"
    FROM "changed" c
  ) now_
  WHERE s."article_id" = now_."id"
    AND (s."published_at", s."category_id", s."is_published")
      IS DISTINCT FROM (now_.published_at, now_.category_id, now_.is_published);
  RETURN NULL;
END $$;

CREATE TRIGGER "articles_followed_by_search" AFTER UPDATE ON "articles"
  REFERENCING NEW TABLE AS "changed"
  FOR EACH STATEMENT EXECUTE FUNCTION "follow_articles_in_search"();

COMMIT;
