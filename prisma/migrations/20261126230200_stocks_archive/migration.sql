BEGIN;
-- Rather fail and be tried again than stop every reader behind a waiting lock.
SET LOCAL lock_timeout = '5s';

-- AlterTable
ALTER TABLE "mentions" ADD COLUMN     "name" TEXT,
ADD COLUMN     "published_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "stocks" ADD COLUMN     "pinyin" TEXT,
ADD COLUMN     "pinyin_initials" TEXT;

-- CreateTable
CREATE TABLE "stock_names" (
    "stock_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "stories" INTEGER NOT NULL,

    CONSTRAINT "stock_names_pkey" PRIMARY KEY ("stock_id","name")
);

-- CreateTable
CREATE TABLE "stock_days" (
    "stock_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "stories" INTEGER NOT NULL,

    CONSTRAINT "stock_days_pkey" PRIMARY KEY ("stock_id","day")
);

-- CreateTable
CREATE TABLE "article_days" (
    "day" DATE NOT NULL,
    "stories" INTEGER NOT NULL,

    CONSTRAINT "article_days_pkey" PRIMARY KEY ("day")
);

-- AddForeignKey
ALTER TABLE "stock_names" ADD CONSTRAINT "stock_names_stock_id_fkey" FOREIGN KEY ("stock_id") REFERENCES "stocks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_days" ADD CONSTRAINT "stock_days_stock_id_fkey" FOREIGN KEY ("stock_id") REFERENCES "stocks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

-- The zone whose days are counted: TIME_ZONE, as the portal's last start wrote it (lib/archive/archive-zone.ts)
CREATE FUNCTION "archive_zone"() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT value #>> '{}' FROM settings WHERE key = 'archive.zone'), 'Asia/Shanghai')
$$;

-- PostgreSQL would read an offset such as +08:00 the wrong way round (POSIX), unless it is an interval
CREATE FUNCTION "archive_clock"(moment timestamptz, zone text) RETURNS timestamp LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN zone ~ '^[+-]' THEN moment AT TIME ZONE zone::interval ELSE moment AT TIME ZONE zone END
$$;

CREATE FUNCTION "archive_day"(moment timestamptz, zone text) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT archive_clock(moment, zone)::date
$$;

CREATE FUNCTION "archive_moment"(moment timestamp, zone text) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN zone ~ '^[+-]' THEN moment AT TIME ZONE zone::interval ELSE moment AT TIME ZONE zone END
$$;

-- When readers can see an article, else null; the same as the view "published_articles"
CREATE FUNCTION "shown_at"(status article_status, deleted_at timestamptz, published_at timestamptz)
RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN status = 'published' AND deleted_at IS NULL THEN published_at END
$$;

-- Mentions of the first release: the stock's name was that of the story that named it first
UPDATE "mentions" m SET "name" = s."name", "published_at" = shown_at(a."status", a."deleted_at", a."published_at")
FROM "stocks" s, "articles" a WHERE s."id" = m."stock_id" AND a."id" = m."article_id";

INSERT INTO "stock_names" SELECT "stock_id", "name", count(*) FROM "mentions" GROUP BY 1, 2;

-- Counts everything anew; also when TIME_ZONE became another one
CREATE FUNCTION "recount_days"() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  zone text := archive_zone();
BEGIN
  DELETE FROM article_days;
  INSERT INTO article_days SELECT archive_day(published_at, zone), count(*) FROM published_articles GROUP BY 1;
  DELETE FROM stock_days;
  INSERT INTO stock_days SELECT stock_id, archive_day(published_at, zone), count(*) FROM mentions
    WHERE published_at IS NOT NULL GROUP BY 1, 2;
END $$;

SELECT recount_days();

-- The stories of a stock at any depth: listArticlesByStock; stories of the same companies: listRelatedArticles
CREATE INDEX "mentions_stock_newest_idx" ON "mentions" ("stock_id", "published_at" DESC, "article_id" DESC);
DROP INDEX "mentions_stock_id_article_id_idx";

-- The most mentioned of a day: listMostMentioned
CREATE INDEX "stock_days_day_stories_idx" ON "stock_days" ("day", "stories" DESC, "stock_id");

-- From here on the counts follow every write, whoever makes it. Counts that fell to 0 stay as rows of 0.

CREATE FUNCTION "count_new_articles"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  zone text := archive_zone();
BEGIN
  INSERT INTO article_days AS d (day, stories)
  SELECT archive_day(published_at, zone), count(*) FROM new_rows
  WHERE shown_at(status, deleted_at, published_at) IS NOT NULL GROUP BY 1 ORDER BY 1
  ON CONFLICT (day) DO UPDATE SET stories = d.stories + excluded.stories;
  RETURN NULL;
END $$;

CREATE FUNCTION "count_gone_articles"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  zone text := archive_zone();
BEGIN
  UPDATE article_days d SET stories = d.stories - gone.stories
  FROM (SELECT archive_day(published_at, zone) AS day, count(*) AS stories FROM old_rows
        WHERE shown_at(status, deleted_at, published_at) IS NOT NULL GROUP BY 1) gone
  WHERE d.day = gone.day;
  RETURN NULL;
END $$;

-- An article that came, went or moved: its day, and what its mentions know of it
CREATE FUNCTION "count_moved_article"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  zone text := archive_zone();
  before timestamptz := shown_at(OLD.status, OLD.deleted_at, OLD.published_at);
  after timestamptz := shown_at(NEW.status, NEW.deleted_at, NEW.published_at);
BEGIN
  IF before IS NOT NULL THEN
    UPDATE article_days SET stories = stories - 1 WHERE day = archive_day(before, zone);
  END IF;
  IF after IS NOT NULL THEN
    INSERT INTO article_days AS d (day, stories) VALUES (archive_day(after, zone), 1)
    ON CONFLICT (day) DO UPDATE SET stories = d.stories + 1;
  END IF;
  UPDATE mentions SET published_at = after WHERE article_id = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER "articles_new" AFTER INSERT ON "articles"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION "count_new_articles"();
CREATE TRIGGER "articles_gone" AFTER DELETE ON "articles"
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION "count_gone_articles"();
CREATE TRIGGER "articles_moved" AFTER UPDATE OF "status", "deleted_at", "published_at" ON "articles" FOR EACH ROW
  WHEN (shown_at(OLD.status, OLD.deleted_at, OLD.published_at)
        IS DISTINCT FROM shown_at(NEW.status, NEW.deleted_at, NEW.published_at))
  EXECUTE FUNCTION "count_moved_article"();

CREATE FUNCTION "place_mention"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT shown_at(a.status, a.deleted_at, a.published_at) INTO NEW.published_at
  FROM articles a WHERE a.id = NEW.article_id;
  RETURN NEW;
END $$;

CREATE FUNCTION "count_new_mentions"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  zone text := archive_zone();
BEGIN
  INSERT INTO stock_days AS d (stock_id, day, stories)
  SELECT stock_id, archive_day(published_at, zone), count(*) FROM new_rows
  WHERE published_at IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2
  ON CONFLICT (stock_id, day) DO UPDATE SET stories = d.stories + excluded.stories;
  INSERT INTO stock_names AS n (stock_id, name, stories)
  SELECT stock_id, name, count(*) FROM new_rows WHERE name IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2
  ON CONFLICT (stock_id, name) DO UPDATE SET stories = n.stories + excluded.stories;
  RETURN NULL;
END $$;

CREATE FUNCTION "count_gone_mentions"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  zone text := archive_zone();
BEGIN
  UPDATE stock_days d SET stories = d.stories - gone.stories
  FROM (SELECT stock_id, archive_day(published_at, zone) AS day, count(*) AS stories FROM old_rows
        WHERE published_at IS NOT NULL GROUP BY 1, 2) gone
  WHERE d.stock_id = gone.stock_id AND d.day = gone.day;
  UPDATE stock_names n SET stories = n.stories - gone.stories
  FROM (SELECT stock_id, name, count(*) AS stories FROM old_rows WHERE name IS NOT NULL GROUP BY 1, 2) gone
  WHERE n.stock_id = gone.stock_id AND n.name = gone.name;
  RETURN NULL;
END $$;

-- Only their time changes: nobody gives a mention another name
CREATE FUNCTION "count_moved_mentions"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  zone text := archive_zone();
BEGIN
  INSERT INTO stock_days AS d (stock_id, day, stories)
  SELECT stock_id, archive_day(published_at, zone), sum(sign) FROM (
    SELECT stock_id, published_at, -1 AS sign FROM old_rows UNION ALL SELECT stock_id, published_at, 1 FROM new_rows
  ) moved WHERE published_at IS NOT NULL GROUP BY 1, 2 HAVING sum(sign) <> 0 ORDER BY 1, 2
  ON CONFLICT (stock_id, day) DO UPDATE SET stories = d.stories + excluded.stories;
  RETURN NULL;
END $$;

CREATE TRIGGER "mentions_place" BEFORE INSERT ON "mentions" FOR EACH ROW EXECUTE FUNCTION "place_mention"();
CREATE TRIGGER "mentions_new" AFTER INSERT ON "mentions"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION "count_new_mentions"();
CREATE TRIGGER "mentions_gone" AFTER DELETE ON "mentions"
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION "count_gone_mentions"();
CREATE TRIGGER "mentions_moved" AFTER UPDATE ON "mentions"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "count_moved_mentions"();

COMMIT;
