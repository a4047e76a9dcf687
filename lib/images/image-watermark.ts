import { findLastChangeId } from '@/lib/articles/change-log';
import { getDb } from '@/lib/db/prisma-client';
import { z } from 'zod';

const key = 'images.watermark';
/** The change log is kept for seven days; whoever was away longer looks at every article anew. */
const maxAwayMs = 6 * 86_400_000;
const touchMs = 3_600_000;

const stateSchema = z.object({ changeId: z.coerce.bigint(), articleId: z.int().nullable() });

/** How far articles were looked at for pictures. */
export interface ImageWatermark {
  /** Place in the change log. */
  changeId: bigint;
  /** The last of the older articles; null when all were seen. */
  articleId: number | null;
}

/** Where to go on; from the first article when there is no place to go on from. */
export async function readImageWatermark(now = Date.now()): Promise<ImageWatermark> {
  const row = await getDb().setting.findUnique({ where: { key } });
  const state = stateSchema.safeParse(row?.value).data;
  const last = await findLastChangeId();
  const isLost =
    !row || !state || now - row.updatedAt.getTime() > maxAwayMs || isOtherLog(state.changeId, last);
  if (isLost) return { changeId: last, articleId: 0 };
  if (now - row.updatedAt.getTime() > touchMs) await saveImageWatermark(state);
  return state;
}

/** A log that ends before our place: the database came back from a copy. */
function isOtherLog(changeId: bigint, last: bigint): boolean {
  return last < changeId && last > 0n;
}

/** Remembers the place; also says that somebody is still following. */
export async function saveImageWatermark({ changeId, articleId }: ImageWatermark): Promise<void> {
  const value = { changeId: String(changeId), articleId };
  await getDb().setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}
