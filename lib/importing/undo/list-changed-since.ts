import { withTransaction } from '@/lib/db/sql';
import { AppError } from '@/lib/errors/app-error';
import { getImport } from '../import-store';
import { listTouched, wasChangedSince } from './touched-articles';

const batchSize = 2000;
const maxNamed = 200;

/**
 * What an undo would leave as it is unless the editor insists: articles that somebody changed after the import, at most
 * 200 named. Throws `import-unknown` (404).
 */
export async function listChangedSince(importId: string): Promise<{ count: number; slugs: string[] }> {
  const { kind, dryRun } = await getImport(importId);
  if (kind !== 'import' || dryRun) throw new AppError('import-not-undoable', {}, 409);
  return withTransaction(async (sql) => {
    const slugs: string[] = [];
    let count = 0;
    for (let after = 0; ;) {
      const articles = await listTouched(sql, importId, after, batchSize);
      const changed = articles.filter((article) => wasChangedSince(article, importId));
      count += changed.length;
      slugs.push(...changed.map(({ slug }) => slug).slice(0, maxNamed - slugs.length));
      const last = articles.at(-1);
      if (!last || articles.length < batchSize) return { count, slugs };
      after = last.id;
    }
  });
}
