import path from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '@/lib/db/embedded/embedded-postgres';
import { migrateDatabase } from '@/lib/db/migrate';
import { closeDb } from '@/lib/db/prisma-client';
import { rebuildSearchTerms } from '@/lib/search/rebuild-search-terms';
import { searchPublishedArticles } from '@/lib/search/search-store';
import { foldText } from '@/lib/search/fold-text';
import { openTextSource, type TextSource } from './search-posts';
import { median, printTable } from './statistics';

const batchSize = 1000;
const turns = 20;

/**
 * Fills a database of its own with `count` posts of about `length` characters and asks it 30 queries of one to six
 * characters, common and rare: how long the first page takes, and whether all pages together are what a plain look
 * through all texts finds.
 */
export async function measureSearch(dir: string, count: number, length: number): Promise<void> {
  const postgres = await startEmbeddedPostgres({ dataDir: path.join(dir, 'search'), durable: false });
  process.env['DATABASE_URL'] = postgres.url;
  const client = new Client({ connectionString: postgres.url });
  try {
    await migrateDatabase(postgres.url);
    await client.connect();
    const source = await openTextSource();
    const characters = await fillArticles(client, source, count, length);
    await measureBuild(client, count, characters);
    await measureQueries(client, source);
  } finally {
    await client.end();
    await closeDb();
    await postgres.stop();
  }
}

export async function fillArticles(
  client: Client,
  source: TextSource,
  count: number,
  length: number,
): Promise<number> {
  const started = performance.now();
  let characters = 0;
  for (let from = 0; from < count; from += batchSize) {
    const rows = Array.from({ length: Math.min(batchSize, count - from) }, (_, at) => {
      // Lengths lean to the short side, as real flashes and reports do.
      const text = source.buildText(60 + Math.floor((length - 60) * 3 * source.random.next() ** 2));
      characters += text.length;
      return { n: from + at, title: source.buildText(18).replaceAll('\n', ' '), text };
    });
    await client.query(
      `INSERT INTO articles (slug, identity_key, title, body_html, body_text, published_at, zone_offset, status,
         language, content_hash, guessed_fields)
       SELECT 'NW' || n, n::text, title, '', text, '2020-01-01'::timestamptz + n * interval '17 minutes', 480,
         'published', 'zh-CN', '', '{}' FROM json_to_recordset($1::json) AS i(n int, title text, text text)`,
      [JSON.stringify(rows)],
    );
  }
  await client.query('ANALYZE articles');
  process.stdout.write(`\n${count} posts of ${(characters / count).toFixed(0)} characters written in ${seconds(started)} s\n`); // prettier-ignore
  return characters;
}

export async function measureBuild(client: Client, count: number, characters: number): Promise<void> {
  // Entry by entry the index would take most of the time, and is not what is measured here.
  await client.query('DROP INDEX article_search_terms_idx');
  const started = performance.now();
  const cpu = process.cpuUsage();
  await rebuildSearchTerms({ signal: new AbortController().signal });
  const { user, system } = process.cpuUsage(cpu);
  const built = seconds(started);
  const indexed = performance.now();
  await client.query("SET maintenance_work_mem = '256MB'");
  await client.query('CREATE INDEX article_search_terms_idx ON article_search USING gin (terms)');
  const indexSeconds = seconds(indexed);
  await client.query('VACUUM ANALYZE article_search');
  const { rows } = await client.query<{ table: string; index: string }>(
    `SELECT pg_size_pretty(pg_table_size('article_search')) AS table,
       pg_size_pretty(pg_relation_size('article_search_terms_idx')) AS index`,
  );
  printTable('npm run search:rebuild, the index made afterwards', [
    {
      'posts/s': (count / Number(built)).toFixed(0),
      'own ms a post': ((user + system) / 1000 / count).toFixed(2),
      'characters a post': (characters / count).toFixed(0),
      'texts and terms': rows[0]?.table ?? '',
      'index built in s': indexSeconds,
      'index on terms': rows[0]?.index ?? '',
    },
  ]);
}

function seconds(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(1);
}

/** Of each length from one to six characters five: from the commonest words to the rarest. */
function pickQueries({ vocabulary, random, buildText }: TextSource): string[] {
  const queries: string[] = [];
  for (const length of [1, 2, 3, 4]) {
    const words = vocabulary.filter((word) => word.length === length);
    for (const share of [0, 0.0005, 0.01, 0.1, 0.9])
      queries.push(words[Math.floor(words.length * share)] ?? '');
  }
  const common = vocabulary.slice(0, 60);
  for (let at = 0; at < 3; at += 1) queries.push(random.pick(common) + random.pick(common).slice(0, 2) + random.pick(common)); // prettier-ignore
  const pieces = Array.from({ length: 400 }, () => buildText(40).match(/\p{sc=Han}{6}/u)?.[0] ?? '');
  const found = pieces.filter((piece) => piece !== '');
  for (let at = 0; at < 4; at += 1) queries.push((found[at] ?? '').slice(0, 5));
  for (let at = 4; at < 7; at += 1) queries.push(found[at] ?? '');
  return queries;
}

export async function measureQueries(client: Client, source: TextSource): Promise<void> {
  const rows = [];
  const all: { best: number; newest: number }[] = [];
  for (const query of pickQueries(source)) {
    const truth = await scan(client, query);
    const times: Record<'best' | 'newest', number[]> = { best: [], newest: [] };
    for (let turn = 0; turn < turns; turn += 1)
      for (const order of ['best', 'newest'] as const) {
        const started = performance.now();
        await searchPublishedArticles({ query, order, limit: 20 });
        times[order].push(performance.now() - started);
      }
    for (let turn = 0; turn < turns; turn += 1)
      all.push({ best: times.best[turn] ?? 0, newest: times.newest[turn] ?? 0 });
    const found = await findAll(query);
    const right = found.filter((slug) => truth.has(slug)).length;
    rows.push({
      query,
      posts: truth.size,
      'best p50': median(times.best).toFixed(1),
      'best max': Math.max(...times.best).toFixed(1),
      'newest p50': median(times.newest).toFixed(1),
      'newest max': Math.max(...times.newest).toFixed(1),
      'recall %': percent(right, truth.size),
      'precision %': percent(right, found.length),
    });
  }
  printTable(
    `${rows.length} queries, ${turns} times each, in ms: first page with its number, titles and pieces of text`,
    rows,
  );
  printTable(
    'All of them',
    (['best', 'newest'] as const).map((order) => {
      const sorted = all.map((times) => times[order]).sort((a, b) => a - b);
      const at = (share: number) => sorted[Math.floor(sorted.length * share)]?.toFixed(1) ?? '';
      return {
        order,
        'p50 ms': at(0.5),
        'p95 ms': at(0.95),
        'p99 ms': at(0.99),
        'max ms': sorted.at(-1)?.toFixed(1) ?? '',
      };
    }),
  );
}

/** The plain way: every folded text is looked through. Long lists are compared by their newest 2,000. */
async function scan(client: Client, query: string): Promise<Set<string>> {
  const { rows } = await client.query<{ slug: string }>(
    `SELECT a.slug FROM article_search s JOIN articles a ON a.id = s.article_id WHERE strpos(s.text, $1) > 0
     ORDER BY s.published_at DESC, a.id DESC LIMIT 2000`,
    [foldText(query)],
  );
  return new Set(rows.map(({ slug }) => slug));
}

async function findAll(query: string): Promise<string[]> {
  const slugs: string[] = [];
  let before: string | undefined;
  do {
    const page = await searchPublishedArticles({ query, order: 'newest', limit: 100, before });
    slugs.push(...page.items.map(({ slug }) => slug));
    before = page.next ?? undefined;
  } while (before !== undefined && slugs.length < 2000);
  return slugs;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? (part === 0 ? '100.0' : '0.0') : ((100 * part) / whole).toFixed(1);
}
