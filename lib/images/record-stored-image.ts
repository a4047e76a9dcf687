import { cacheTag } from '@/lib/articles/article-cache';
import { recordChanges } from '@/lib/articles/change-log';
import { getDb } from '@/lib/db/prisma-client';
import { sqlOf } from '@/lib/db/sql';
import type { StoredImage } from './show-stored-images';

/**
 * Notes that a picture is in the store, and that every page which shows it is stale. `slug` is the article that it was
 * fetched for; empty when it was tried again later, for whatever articles show it by now.
 */
export async function recordStoredImage(
  id: string,
  image: StoredImage & { bytes: number },
  slug: string,
): Promise<void> {
  const { name, ...size } = image;
  const tags = [...(slug === '' ? [] : [cacheTag.article(slug)]), cacheTag.image(id)];
  await getDb().$transaction(async (tx) => {
    await tx.remoteImage.update({
      where: { id },
      data: { ...size, stored: name, status: 'stored', errorCode: null, fetchedAt: new Date() },
    });
    await recordChanges(sqlOf(tx), [{ kind: 'changed', slug, tags }]);
  });
}
