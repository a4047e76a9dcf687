BEGIN;
-- Rather fail and be tried again than stop every reader behind a waiting lock.
SET LOCAL lock_timeout = '5s';

-- AlterEnum
ALTER TYPE "import_status" ADD VALUE 'paused';
ALTER TYPE "import_status" ADD VALUE 'cancelled';

-- AlterTable
ALTER TABLE "articles" ADD COLUMN     "canonical_url" TEXT,
ADD COLUMN     "fingerprint" BIGINT,
ADD COLUMN     "text_sketch" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- AlterTable
ALTER TABLE "category_aliases" ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "import_items" ADD COLUMN     "changed_fields" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "charset" TEXT,
ADD COLUMN     "format" TEXT;

-- AlterTable
ALTER TABLE "imports" ADD COLUMN     "feed_id" INTEGER,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'import',
ADD COLUMN     "next_entry" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "next_in_entry" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "options" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "outcome" JSONB,
ADD COLUMN     "parent_id" TEXT,
ADD COLUMN     "request_key" TEXT,
ADD COLUMN     "requested" TEXT,
ADD COLUMN     "run_token" TEXT,
ADD COLUMN     "skipped" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "stocks" ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "tags" ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "import_choices" (
    "import_id" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "choice" JSONB NOT NULL,

    CONSTRAINT "import_choices_pkey" PRIMARY KEY ("import_id","path")
);

-- CreateTable
CREATE TABLE "removed_articles" (
    "identity_key" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "import_id" TEXT NOT NULL,
    "paths" TEXT[],
    "share_code" TEXT,
    "snapshot" JSONB NOT NULL,
    "removed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "removed_articles_pkey" PRIMARY KEY ("identity_key")
);

-- CreateTable
CREATE TABLE "import_effects" (
    "id" SERIAL NOT NULL,
    "import_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "before" JSONB NOT NULL,

    CONSTRAINT "import_effects_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_tokens" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "scopes" TEXT[],
    "editor_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "last_used_ip" TEXT,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feed_sources" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'feed',
    "mapping" JSONB NOT NULL DEFAULT '{}',
    "interval_seconds" INTEGER NOT NULL DEFAULT 900,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "paused_at" TIMESTAMPTZ(3),
    "etag" TEXT,
    "last_modified" TEXT,
    "body_hash" TEXT,
    "next_poll_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimed_until" TIMESTAMPTZ(3),
    "last_poll_at" TIMESTAMPTZ(3),
    "last_success_at" TIMESTAMPTZ(3),
    "last_item_at" TIMESTAMPTZ(3),
    "lag_seconds" INTEGER,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "last_error" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "feed_sources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "remote_images" (
    "id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'wanted',
    "stored" TEXT,
    "width" INTEGER,
    "height" INTEGER,
    "bytes" INTEGER,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "error_code" TEXT,
    "next_try_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "fetched_at" TIMESTAMPTZ(3),

    CONSTRAINT "remote_images_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "removed_articles_share_code_idx" ON "removed_articles"("share_code");

-- CreateIndex
CREATE INDEX "removed_articles_import_id_idx" ON "removed_articles"("import_id");

-- CreateIndex
CREATE INDEX "import_effects_import_id_idx" ON "import_effects"("import_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_token_hash_key" ON "api_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "api_tokens_editor_id_created_at_idx" ON "api_tokens"("editor_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "feed_sources_url_key" ON "feed_sources"("url");

-- CreateIndex
CREATE INDEX "feed_sources_next_poll_at_idx" ON "feed_sources"("next_poll_at");

-- CreateIndex
CREATE INDEX "remote_images_status_next_try_at_idx" ON "remote_images"("status", "next_try_at");

-- CreateIndex
CREATE INDEX "articles_fingerprint_idx" ON "articles"("fingerprint");

-- CreateIndex
CREATE UNIQUE INDEX "imports_request_key_key" ON "imports"("request_key");

-- CreateIndex
CREATE INDEX "imports_parent_id_idx" ON "imports"("parent_id");

-- CreateIndex
CREATE INDEX "imports_feed_id_created_at_idx" ON "imports"("feed_id", "created_at" DESC);

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "feed_sources"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_choices" ADD CONSTRAINT "import_choices_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_editor_id_fkey" FOREIGN KEY ("editor_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- What Prisma's schema language cannot say.

-- Addresses of what an undone import took away: resolveAddress
CREATE INDEX "removed_articles_paths_idx" ON "removed_articles" USING gin ("paths");

-- Long texts: packing them with pglz is half the cost of writing an article. With lz4 it costs next to nothing; a
-- server that was built without lz4 keeps them as they are, for twice the room
DO $$
BEGIN
  ALTER TABLE "articles" ALTER COLUMN "body_html" SET COMPRESSION lz4, ALTER COLUMN "body_text" SET COMPRESSION lz4;
  ALTER TABLE "revisions" ALTER COLUMN "snapshot" SET COMPRESSION lz4;
  ALTER TABLE "removed_articles" ALTER COLUMN "snapshot" SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
  ALTER TABLE "articles" ALTER COLUMN "body_html" SET STORAGE EXTERNAL, ALTER COLUMN "body_text" SET STORAGE EXTERNAL;
END $$;

-- The view's columns were fixed when it was made; the new ones join them
CREATE OR REPLACE VIEW "published_articles" AS
  SELECT * FROM "articles" WHERE "status" = 'published' AND "deleted_at" IS NULL;

COMMIT;
