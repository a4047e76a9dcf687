import type { Sql } from '@/lib/db/sql';
import { z } from 'zod';
import { stockTerm } from './build-search-terms';
import { type Bind, buildMatch, type Group, listGroups, type MeantWord, quote } from './build-conditions';
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

const hitRows = z.array(z.object({ id: z.int(), publishedAt: z.date() }));

/** An article that was found, and the group of the order "best" that it is in (0 is the best). */
export type Hit = z.infer<typeof hitRows>[number] & { group: number };

/**
 * The ids of what is found, in order. Each group is newest first, so a page costs the same at any depth: groups before
 * the cursor's are skipped, within it the search starts below the cursor, and those behind are asked only when the page
 * is not full.
 */
export async function findHits(sql: Sql, request: HitRequest): Promise<Hit[]> {
  const { before, limit } = request;
  const groups = request.order === 'best' ? listGroups(request.words) : [inTimeOrder(request.words)];
  const hits: Hit[] = [];
  for (const [group, build] of groups.entries()) {
    if (group < (before?.group ?? 0) || hits.length >= limit) continue;
    const start = before?.group === group ? before : undefined;
    const rows = await findGroup(sql, { ...request, limit: limit - hits.length }, build, start);
    hits.push(...rows.map((row) => ({ ...row, group })));
  }
  return hits;
}

function inTimeOrder(words: readonly MeantWord[]): Group {
  return (bind) => buildMatch(words, bind);
}

/**
 * Two ways lead to the newest: all articles that have the terms, sorted; or the articles by date, until enough have them.
 * The planner would take the second wherever it expects a page full, and read everything when it is wrong (seen: two seconds
 * for pairs that are common but rarely meet); so it is offered the second only for what is nearly everywhere.
 * `OFFSET 0` keeps the look into texts outside: they are read in order, and only until the page is full. Sorting once more
 * outside would keep PostgreSQL from planning for so few rows. What asks the title alone is cheaper before sorting: then
 * only the page's rows are kept, and the sort needs no disk.
 */
async function findGroup(sql: Sql, request: HitRequest, build: Group, start: SearchCursor | undefined) {
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const { terms, asksTitleOnly } = build(() => '');
  const where = buildRowFilters(request, terms, bind).join(' AND ');
  // The pairs of one word meet far more often in titles than the planner, which takes them as strangers, expects.
  const isPhrase = asksTitleOnly && request.words.length === 1;
  const isCommon = (await estimate(sql, where, values)) > (isPhrase ? commonFrom / 4 : commonFrom);
  const time = isCommon ? 's.published_at' : "(s.published_at + interval '0')";
  const below = start
    ? `AND (${time}, s.article_id) < (${bind(start.publishedAt)}::timestamptz, ${bind(start.id)}::int)`
    : '';
  const filters = build(bind)
    .filters.map((filter) => ` AND ${filter}`)
    .join('');
  const limit = `LIMIT ${bind(request.limit)}`;
  const statement = `SELECT s.article_id AS id, s.published_at AS "publishedAt" FROM (
      SELECT s.article_id, s.published_at, s.title, s.text, s.terms FROM article_search s
      WHERE ${where} ${below} ${asksTitleOnly ? filters : ''} ORDER BY ${time} DESC, s.article_id DESC
      ${asksTitleOnly ? limit : 'OFFSET 0'}
    ) s WHERE true ${asksTitleOnly ? '' : filters} ${limit}`;
  return hitRows.parse(await sql(statement, values));
}

/** Rows from which on reading by date is cheaper than sorting what is found: a twentieth of 200,000. */
const commonFrom = 10_000;

/** How many rows the planner expects. Of a term it knows; of several together it guesses. */
async function estimate(sql: Sql, where: string, values: readonly unknown[]): Promise<number> {
  const statement = `EXPLAIN (FORMAT JSON) SELECT FROM article_search s WHERE ${where}`;
  const [plan] = planRows.parse(await sql(statement, [...values]));
  return plan?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0;
}

const planRows = z.array(
  z.object({ 'QUERY PLAN': z.array(z.object({ Plan: z.object({ 'Plan Rows': z.number() }) })) }),
);

/**
 * How many articles have the terms of a query, counted up to `most`; where a phrase is asked for, some of them may have
 * its parts only. Of words that are everywhere the planner's estimate says enough: the index would list all their places.
 */
export async function countHits(sql: Sql, request: HitRequest, most: number): Promise<number> {
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const { terms } = buildMatch(request.words, () => '');
  const where = buildRowFilters(request, terms, bind).join(' AND ');
  if ((await estimate(sql, where, values)) > commonFrom) return most;
  const found = `SELECT FROM article_search s WHERE ${where} LIMIT ${bind(most)}`;
  const rows = await sql(`SELECT count(*)::int AS count FROM (${found}) found`, values);
  return z.array(z.object({ count: z.int() })).parse(rows)[0]?.count ?? 0;
}

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
