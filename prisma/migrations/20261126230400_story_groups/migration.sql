BEGIN;
-- Rather fail and be tried again than stop every reader behind a waiting lock.
SET LOCAL lock_timeout = '5s';

-- CreateTable
CREATE TABLE "story_sketches" (
    "article_id" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "marks" INTEGER[],

    CONSTRAINT "story_sketches_pkey" PRIMARY KEY ("article_id")
);

-- CreateTable
CREATE TABLE "story_pairs" (
    "first_id" INTEGER NOT NULL,
    "second_id" INTEGER NOT NULL,
    "similarity" REAL NOT NULL,
    "phrases" INTEGER NOT NULL,

    CONSTRAINT "story_pairs_pkey" PRIMARY KEY ("first_id","second_id")
);

-- CreateTable
CREATE TABLE "story_groups" (
    "id" SERIAL NOT NULL,

    CONSTRAINT "story_groups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "story_members" (
    "article_id" INTEGER NOT NULL,
    "group_id" INTEGER NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "story_members_pkey" PRIMARY KEY ("article_id")
);

-- CreateTable
CREATE TABLE "story_choices" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "article_id" INTEGER NOT NULL,
    "other_id" INTEGER,
    "editor_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "story_choices_pkey" PRIMARY KEY ("id")
);

-- CreateIndex: without a list of pending entries, which each search would have to read through
CREATE INDEX "story_sketches_marks_idx" ON "story_sketches" USING GIN ("marks") WITH (fastupdate = off);

-- CreateIndex
CREATE INDEX "story_pairs_second_id_idx" ON "story_pairs"("second_id");

-- CreateIndex
CREATE INDEX "story_members_group_id_idx" ON "story_members"("group_id");

-- CreateIndex
CREATE INDEX "story_choices_article_id_idx" ON "story_choices"("article_id");

-- CreateIndex
CREATE INDEX "story_choices_other_id_idx" ON "story_choices"("other_id");

-- AddForeignKey
ALTER TABLE "story_sketches" ADD CONSTRAINT "story_sketches_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "story_pairs" ADD CONSTRAINT "story_pairs_first_id_fkey" FOREIGN KEY ("first_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "story_pairs" ADD CONSTRAINT "story_pairs_second_id_fkey" FOREIGN KEY ("second_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "story_members" ADD CONSTRAINT "story_members_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "story_members" ADD CONSTRAINT "story_members_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "story_groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "story_choices" ADD CONSTRAINT "story_choices_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "story_choices" ADD CONSTRAINT "story_choices_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

COMMIT;
