import type { Sql } from '@/lib/db/sql';
import { z } from 'zod';
import { stockTerm } from './build-search-terms';
import { type Bind, buildMatch, type Condition, listGroups, type MeantWord, quote } from './build-conditions';
import type { SearchCursor } from './search-cursor';

/** Who searches: readers see what is published and nothing else. */
export type Scope = 'published' | 'editor';

/** What results are narrowed to. */
export interface SearchFilter {
  categoryId?: number | undefined;
  /** Days in the time zone, both included: `2022-02-18`. */
  from?: string | undefined;
  to?: string | undefined;
  timeZone: string;
  /** `{market}.{code}` */
  stock?: string | undefined;
  /** More that the editor's list asks for: SQL of an article `a`. */
  article?: ((bind: Bind) => string) | undefined;
}

export interface HitRequest {
  scope: Scope;
  words: readonly MeantWord[];
  filter: SearchFilter;
  order: 'best' | 'newest';
  before?: SearchCursor | undefined;
  limit: number;
}

const hitRow = z.object({ id: z.int(), publishedAt: z.date(), group: z.int() });

/** An article that was found, and the group of the order "best" that it is in (0 is the best). */
export type Hit = z.infer<typeof hitRow>;

/**
 * The ids of what is found, in order. Each group is newest first, so a page costs the same at any depth: groups before
 * the cursor's are skipped, and within it the search starts below the cursor. One statement: PostgreSQL begins with a
 * group only when those before it did not fill the page.
 */
export async function findHits(sql: Sql, request: HitRequest): Promise<Hit[]> {
  const { before, limit } = request;
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const groups = request.order === 'best' ? listGroups(request.words) : [inTimeOrder(request.words)];
  const statements = groups.flatMap((build, group) => {
    if (group < (before?.group ?? 0)) return [];
    const start = before?.group === group ? before : undefined;
    return [`(${buildStatement(request, build(bind), group, start, bind)})`];
  });
  const statement = `SELECT * FROM (${statements.join(' UNION ALL ')}) hits LIMIT ${bind(limit)}`;
  return z.array(hitRow).parse(await sql(statement, values));
}

function inTimeOrder(words: readonly MeantWord[]): (bind: Bind) => Condition {
  return (bind) => buildMatch(words, bind);
}

/**
 * `OFFSET 0` keeps the look into texts outside: they are read in order, and only until the page is full. Sorting once more
 * outside would keep PostgreSQL from planning for so few rows (seen: all 130,000 of a common word sorted for 20).
 */
function buildStatement(
  request: HitRequest,
  condition: Condition,
  group: number,
  start: SearchCursor | undefined,
  bind: Bind,
): string {
  const below = start
    ? [`(s.published_at, s.article_id) < (${bind(start.publishedAt)}::timestamptz, ${bind(start.id)}::int)`]
    : [];
  const where = [...buildRowFilters(request, condition.terms, bind), ...below].join(' AND ');
  const exact = condition.filters.length === 0 ? '' : `WHERE ${condition.filters.join(' AND ')}`;
  return `SELECT s.article_id AS id, s.published_at AS "publishedAt", ${group} AS "group" FROM (
      SELECT s.article_id, s.published_at, s.title, s.text, s.terms FROM article_search s
      WHERE ${where} ORDER BY s.published_at DESC, s.article_id DESC OFFSET 0
    ) s ${exact} LIMIT ${bind(request.limit)}`;
}

/**
 * How many articles have the terms of a query, counted up to `most`; where a phrase is asked for, some of them may have
 * its parts only. Of words that are everywhere the planner's estimate says enough: the index would list all their places.
 */
export async function countHits(sql: Sql, request: HitRequest, most: number): Promise<number> {
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const { terms } = buildMatch(request.words, () => '');
  const found = `SELECT FROM article_search s WHERE ${buildRowFilters(request, terms, bind).join(' AND ')}`;
  const [plan] = planRows.parse(await sql(`EXPLAIN (FORMAT JSON) ${found}`, values));
  if ((plan?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0) > most * sureFactor) return most;
  const rows = await sql(`SELECT count(*)::int AS count FROM (${found} LIMIT ${bind(most)}) found`, values);
  return z.array(z.object({ count: z.int() })).parse(rows)[0]?.count ?? 0;
}

/** How far an estimate may be wrong. */
const sureFactor = 20;
const planRows = z.array(
  z.object({ 'QUERY PLAN': z.array(z.object({ Plan: z.object({ 'Plan Rows': z.number() }) })) }),
);

function buildRowFilters({ scope, filter }: HitRequest, terms: string, bind: Bind): string[] {
  const { categoryId, from, to, timeZone, stock, article } = filter;
  const all = stock === undefined ? terms : `${terms} & ${quote(stockTerm(stock))}`;
  // PostgreSQL would read an offset such as +08:00 the wrong way round (POSIX), unless it is an interval.
  const zoneType = /^[+-]/.test(timeZone) ? 'interval' : 'text';
  const startOf = (day: string, days: number) =>
    `((${bind(day)}::date + ${days})::timestamp AT TIME ZONE ${bind(timeZone)}::${zoneType})`;
  return [
    ...(scope === 'published' ? ['s.is_published'] : []),
    `s.terms @@ ${bind(all)}::tsquery`,
    ...(categoryId === undefined ? [] : [`s.category_id = ${bind(categoryId)}::int`]),
    ...(from === undefined ? [] : [`s.published_at >= ${startOf(from, 0)}`]),
    ...(to === undefined ? [] : [`s.published_at < ${startOf(to, 1)}`]),
    ...(article === undefined
      ? []
      : [`EXISTS (SELECT FROM articles a WHERE a.id = s.article_id AND ${article(bind)})`]),
  ];
}
