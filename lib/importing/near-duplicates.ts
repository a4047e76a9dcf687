import { getBatchDb } from '@/lib/db/prisma-client';

const mostNotes = 2000;

/**
 * Notes which of an import's new articles have nearly the same text as another one within three days: five of eight
 * numbers of their sketches are equal. Nothing is merged. One pass over the days of the import, joined on pairs of
 * numbers, so its cost grows with the number of posts and not with its square.
 */
export async function noteNearDuplicates(importId: string): Promise<number> {
  return getBatchDb().$executeRaw`
    WITH mine AS MATERIALIZED (
      SELECT i.position, a.id, a.published_at, a.text_sketch AS s
      FROM import_items i JOIN articles a ON a.id = i.article_id
      WHERE i.import_id = ${importId} AND i.outcome = 'created' AND cardinality(a.text_sketch) = 8
        AND NOT i.warnings @> '[{"code": "near-duplicate"}]'),
    days AS (
      SELECT min(published_at) - interval '3 days' AS first, max(published_at) + interval '3 days' AS last FROM mine),
    others AS MATERIALIZED (
      SELECT a.id, a.slug, a.title, a.published_at, a.text_sketch AS s
      FROM articles a, days
      WHERE a.published_at BETWEEN days.first AND days.last AND a.deleted_at IS NULL AND cardinality(a.text_sketch) = 8),
    pairs AS (
      SELECT DISTINCT ON (m.position) m.position, o.slug, o.title
      FROM (SELECT mine.*, band FROM mine, generate_series(1, 4) AS band) m
      JOIN (SELECT others.*, band FROM others, generate_series(1, 4) AS band) o
        ON o.band = m.band AND o.s[2 * o.band - 1] = m.s[2 * m.band - 1] AND o.s[2 * o.band] = m.s[2 * m.band]
      WHERE o.id < m.id AND o.published_at BETWEEN m.published_at - interval '3 days' AND m.published_at + interval '3 days'
        AND (SELECT count(*) FROM generate_series(1, 8) k WHERE m.s[k] = o.s[k]) >= 5
      ORDER BY m.position, o.id
      LIMIT ${mostNotes})
    UPDATE import_items i SET warnings = i.warnings || jsonb_build_array(jsonb_build_object(
      'code', 'near-duplicate', 'params', jsonb_build_object('slug', pairs.slug, 'title', pairs.title)))
    FROM pairs WHERE i.import_id = ${importId} AND i.position = pairs.position`;
}
