import { getBatchDb } from '@/lib/db/prisma-client';

const mostNotes = 2000;

/**
 * Notes which of an import's new articles have nearly the same text as one that was there before, or came earlier,
 * within three days: five of eight numbers of their sketches are equal. Nothing is merged. Articles of these days are
 * sorted by pairs of their numbers, and each is compared with its neighbours only, so the cost is that of a sort. Returns
 * how many were noted, at most 2,000.
 */
export async function noteNearDuplicates(importId: string): Promise<number> {
  return getBatchDb().$executeRaw`
    WITH mine AS MATERIALIZED (
      SELECT position, article_id, published_at FROM import_items
      WHERE import_id = ${importId} AND outcome = 'created' AND NOT warnings @> '[{"code": "near-duplicate"}]'),
    days AS (
      SELECT min(published_at) - interval '3 days' AS first, max(published_at) + interval '3 days' AS last FROM mine),
    neighbours AS MATERIALIZED (
      SELECT a.id, a.published_at AS at, lag(a.id) OVER pair AS before, lag(a.published_at) OVER pair AS before_at,
        lead(a.id) OVER pair AS behind, lead(a.published_at) OVER pair AS behind_at
      FROM articles a, days, generate_series(1, 4) AS band
      WHERE a.published_at BETWEEN days.first AND days.last AND a.deleted_at IS NULL
        AND cardinality(a.text_sketch) = 8
      WINDOW pair AS (PARTITION BY band, a.text_sketch[2 * band - 1], a.text_sketch[2 * band]
                      ORDER BY a.published_at, a.id)),
    candidates AS MATERIALIZED (
      SELECT DISTINCT m.position, m.article_id AS id, other.id AS other
      FROM neighbours n
      JOIN mine m ON m.article_id = n.id
      CROSS JOIN LATERAL (VALUES (n.before, n.before_at), (n.behind, n.behind_at)) AS other(id, at)
      WHERE other.id < n.id AND other.at BETWEEN n.at - interval '3 days' AND n.at + interval '3 days'),
    pairs AS (
      SELECT DISTINCT ON (c.position) c.position, o.slug, o.title
      FROM candidates c JOIN articles a ON a.id = c.id JOIN articles o ON o.id = c.other
      WHERE (SELECT count(*) FROM generate_series(1, 8) k WHERE a.text_sketch[k] = o.text_sketch[k]) >= 5
      ORDER BY c.position, o.id
      LIMIT ${mostNotes})
    UPDATE import_items i SET warnings = i.warnings || jsonb_build_array(jsonb_build_object(
      'code', 'near-duplicate', 'params', jsonb_build_object('slug', pairs.slug, 'title', pairs.title)))
    FROM pairs WHERE i.import_id = ${importId} AND i.position = pairs.position`;
}
