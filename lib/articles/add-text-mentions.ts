import type { Sql } from '@/lib/db/sql';
import { listMentions } from './list-mentions';
import { writeMentions } from './write-mentions';

/** The texts of an article in which codes of stocks may stand. */
export interface MentioningText {
  id: number;
  title: string;
  digest: string | null;
  bodyText: string;
}

/**
 * Gives articles that are there the mentions that their texts hold and their markup did not: codes of stocks. Returns
 * the ids of those that got one.
 */
export async function addTextMentions(sql: Sql, articles: readonly MentioningText[]): Promise<Set<number>> {
  const mentions = articles.flatMap(({ id, ...texts }) =>
    listMentions({ ...texts, mentions: [] }).map((mention) => ({ ...mention, article_id: id })),
  );
  return writeMentions(sql, mentions);
}
