import type { Sql } from '@/lib/db/sql';
import { z } from 'zod';
import type { ArticleInput } from './article-input';
import { listCandidates } from './choose-slug';

/** Slugs, lower-cased, of those that the inputs may want and that lead somewhere already. */
export async function findTakenSlugs(sql: Sql, inputs: ArticleInput[]): Promise<Set<string>> {
  const taken = await pickTaken(sql, inputs.flatMap(listCandidates));
  // Namesakes beyond the usual: their numbers are looked up too, a hundred at a time until one is free.
  const seen = new Set<string>();
  for (const input of inputs) {
    const wanted = input.wantedSlug.toLowerCase();
    const isCrowded =
      seen.has(wanted) || listCandidates(input).every((slug) => taken.has(slug.toLowerCase()));
    if (isCrowded && !seen.has(`${wanted}#`)) {
      seen.add(`${wanted}#`);
      for (const slug of await pickTakenNumbers(sql, input.wantedSlug)) taken.add(slug);
    }
    seen.add(wanted);
  }
  return taken;
}

async function pickTakenNumbers(sql: Sql, wantedSlug: string): Promise<Set<string>> {
  const taken = new Set<string>();
  for (let number = 2, found = 100; found === 100; number += 100) {
    const numbered = Array.from({ length: 100 }, (_, at) => `${wantedSlug}-${number + at}`);
    const more = await pickTaken(sql, numbered);
    found = more.size;
    for (const slug of more) taken.add(slug);
  }
  return taken;
}

const prefix = '/articles/';

/** Also what an undone import took away keeps its address: a shared link never leads to another story. */
async function pickTaken(sql: Sql, slugs: string[]): Promise<Set<string>> {
  const paths = [...new Set(slugs.map((slug) => prefix + slug.toLowerCase()))];
  const rows = await sql(
    `SELECT path FROM links WHERE path = ANY($1)
     UNION ALL SELECT unnest(paths) FROM removed_articles WHERE paths && $1`,
    [paths],
  );
  const found = z.array(z.object({ path: z.string() })).parse(rows);
  return new Set(
    found.filter(({ path }) => path.startsWith(prefix)).map(({ path }) => path.slice(prefix.length)),
  );
}
