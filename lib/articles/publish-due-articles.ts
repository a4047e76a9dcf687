import { getBatchDb, getDb } from '@/lib/db/prisma-client';
import { sqlOf } from '@/lib/db/sql';
import { z } from 'zod';
import { cacheTag } from './article-cache';
import { recordChanges } from './change-log';

const dueRows = z.array(
  z.object({ slug: z.string(), category: z.string().nullable(), tags: z.array(z.string()) }),
);

/**
 * Publishes every scheduled article whose time has come by the clock of the database. Safe to call from several
 * instances at once: each article is published by one. Returns how many.
 */
export async function publishDueArticles(): Promise<number> {
  const isAnyDue = await getDb().article.findFirst({
    where: { status: 'scheduled', deletedAt: null, publishedAt: { lte: new Date(Date.now() + 5000) } },
    select: { id: true },
  });
  if (!isAnyDue) return 0;
  return getBatchDb().$transaction(async (tx) => {
    // The writers' lock: a save that read "scheduled" before must not write it over "published".
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('finews.save'))`;
    const rows = dueRows.parse(
      await tx.$queryRaw`
        UPDATE articles a SET status = 'published', updated_at = now()
        WHERE status = 'scheduled' AND deleted_at IS NULL AND published_at <= now()
        RETURNING slug, (SELECT slug FROM categories c WHERE c.id = a.category_id) AS category,
          ARRAY(SELECT t.name FROM article_tags j JOIN tags t ON t.id = j.tag_id WHERE j.article_id = a.id) AS tags`,
    );
    await recordChanges(
      sqlOf(tx),
      rows.map(({ slug, category, tags }) => ({
        kind: 'published',
        slug,
        tags: [
          cacheTag.article(slug),
          cacheTag.front(),
          ...(category === null ? [] : [cacheTag.category(category)]),
          ...tags.map(cacheTag.tag),
        ],
      })),
    );
    return rows.length;
  });
}
