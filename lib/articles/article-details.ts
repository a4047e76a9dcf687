import type { Sql } from '@/lib/db/sql';
import type { ArticleInput } from './article-input';
import { listMentions } from './list-mentions';
import { writeMentions } from './write-mentions';

interface Detailed {
  input: ArticleInput;
  articleId: number;
  slug: string;
}

/** Writes what belongs to articles and stands in tables of its own: addresses, tags, mentions. */
export async function insertDetails(sql: Sql, each: readonly Detailed[]): Promise<void> {
  await insertLinks(sql, each);
  await insertTags(sql, each);
  await insertMentions(sql, each);
}

/** The first article that had an address keeps it: an old link never starts to lead elsewhere. */
async function insertLinks(sql: Sql, each: readonly Detailed[]): Promise<void> {
  const taken = new Set<string>();
  const rows: { path: string; kind: string; article_id: number }[] = [];
  for (const { input, articleId, slug } of each) {
    for (const link of [{ path: `/articles/${slug.toLowerCase()}`, kind: 'slug' }, ...input.links]) {
      if (taken.has(link.path)) continue;
      taken.add(link.path);
      rows.push({ path: link.path, kind: link.kind, article_id: articleId });
    }
  }
  await sql(
    `INSERT INTO links (path, article_id, kind)
     SELECT path, article_id, kind FROM json_to_recordset($1::json) AS input(path text, article_id int, kind text)
     ON CONFLICT (path) DO NOTHING`,
    [JSON.stringify(rows)],
  );
}

async function insertTags(sql: Sql, each: readonly Detailed[]): Promise<void> {
  const rows = each.flatMap(({ input, articleId }) =>
    [...new Set(input.tags)].map((name, position) => ({ article_id: articleId, name, position })),
  );
  if (rows.length === 0) return;
  const tags = [...new Set(rows.map(({ name }) => name))].sort();
  // Only names that are missing: a conflict would use up a number of the sequence each time.
  await sql(
    `INSERT INTO tags (name) SELECT name FROM unnest($1::text[]) AS input(name)
     WHERE NOT EXISTS (SELECT FROM tags t WHERE t.name = input.name) ON CONFLICT (name) DO NOTHING`,
    [tags],
  );
  await sql(
    `INSERT INTO article_tags (article_id, tag_id, position)
     SELECT input.article_id, tags.id, input.position
     FROM json_to_recordset($1::json) AS input(article_id int, name text, position int)
     JOIN tags USING (name)`,
    [JSON.stringify(rows)],
  );
}

async function insertMentions(sql: Sql, each: readonly Detailed[]): Promise<void> {
  const rows = each.flatMap(({ input, articleId }) =>
    listMentions(input).map((mention) => ({ ...mention, article_id: articleId })),
  );
  await writeMentions(sql, rows);
}
