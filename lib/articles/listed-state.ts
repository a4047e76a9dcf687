import { getConfig } from '@/lib/config/config';
import type { Sql } from '@/lib/db/sql';
import { formatDay } from '@/lib/i18n/format-date';
import { z } from 'zod';
import { cacheTag } from './article-cache';
import type { ArticleChange } from './change-log';

const listedState = z.object({
  id: z.int(),
  slug: z.string(),
  status: z.enum(['draft', 'scheduled', 'published', 'withdrawn']),
  deletedAt: z.date().nullable(),
  publishedAt: z.date(),
  category: z.string().nullable(),
  tags: z.array(z.string()),
  /** `{market}.{code}` */
  stocks: z.array(z.string()),
});

/** Where readers meet an article: what a change event must name. */
export type ListedState = z.infer<typeof listedState>;

/** The states of articles as they are at this point of the transaction, by id. */
export async function findListedStates(sql: Sql, ids: readonly number[]): Promise<Map<number, ListedState>> {
  if (ids.length === 0) return new Map();
  const rows = await sql(
    `SELECT a.id, a.slug, a.status::text AS status, a.deleted_at AS "deletedAt", a.published_at AS "publishedAt",
       (SELECT c.slug FROM categories c WHERE c.id = a.category_id) AS category,
       ARRAY(SELECT t.name FROM article_tags j JOIN tags t ON t.id = j.tag_id WHERE j.article_id = a.id) AS tags,
       ARRAY(SELECT s.market || '.' || s.code FROM mentions m JOIN stocks s ON s.id = m.stock_id
             WHERE m.article_id = a.id) AS stocks
     FROM articles a WHERE a.id = ANY($1)`,
    [ids],
  );
  return new Map(
    z
      .array(listedState)
      .parse(rows)
      .map((state) => [state.id, state]),
  );
}

/**
 * The change event of what a write did to an article; none if readers see no difference. A state is undefined where
 * the article was not there yet, or is not there any more.
 */
export function buildChange(
  before: ListedState | undefined,
  after: ListedState | undefined,
): ArticleChange[] {
  const visible = [before, after].filter((state) => state !== undefined && isVisible(state));
  const slug = (after ?? before)?.slug;
  if (visible.length === 0 || slug === undefined) return [];
  const isShown = after !== undefined && isVisible(after);
  const wasShown = before !== undefined && isVisible(before);
  const kind = !isShown ? 'removed' : wasShown ? 'changed' : 'published';
  return [{ kind, slug, tags: [...new Set(visible.flatMap((state) => (state ? listTags(state) : [])))] }];
}

/** The events of a whole batch: `before` and `after` are what `findListedStates` said before and after the write. */
export function buildChanges(
  before: Map<number, ListedState>,
  after: Map<number, ListedState>,
): ArticleChange[] {
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids].flatMap((id) => buildChange(before.get(id), after.get(id)));
}

function isVisible({ status, deletedAt }: ListedState): boolean {
  return status === 'published' && deletedAt === null;
}

function listTags({ slug, publishedAt, category, tags, stocks }: ListedState): string[] {
  const day = formatDay(publishedAt, getConfig().timeZone);
  return [
    cacheTag.article(slug),
    cacheTag.front(),
    ...(category === null ? [] : [cacheTag.category(category)]),
    ...tags.map(cacheTag.tag),
    ...stocks.map(cacheTag.stock),
    cacheTag.day(day),
    cacheTag.month(day.slice(0, 7)),
    cacheTag.year(day.slice(0, 4)),
  ];
}
