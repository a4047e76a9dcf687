import { noteCacheTags, cacheTag } from '@/lib/articles/article-cache';
import { getDb } from '@/lib/db/prisma-client';
import { z } from 'zod';
import { getRetryDelay } from './get-retry-delay';
import { hashImageAddress, type IllustratedArticle, listImageAddresses } from './image-address';
import type { StoredImage, StoredImages } from './show-stored-images';

/** How long one process has a picture for itself; after a crash another takes it then. */
const claimSeconds = 600;

/** A picture to fetch; `failures` so far. */
export interface WantedImage {
  id: string;
  url: string;
  failures: number;
}

const storedRow = z
  .object({ url: z.string(), name: z.string(), width: z.int(), height: z.int() })
  .transform(({ url, ...image }): [string, StoredImage] => [url, image]);

/** The portal's copies of the pictures of some articles, in one query; none when there are no remote pictures. */
export async function findStoredImages(articles: IllustratedArticle[]): Promise<StoredImages> {
  const ids = articles.flatMap(listImageAddresses).map(hashImageAddress);
  if (ids.length === 0) return new Map();
  // The page is stale as soon as one of them is fetched.
  noteCacheTags(...ids.map(cacheTag.image));
  const rows = await getDb().$queryRaw`
    SELECT url, stored AS name, width, height FROM remote_images WHERE id = ANY(${ids}) AND status = 'stored'`;
  return new Map(z.array(storedRow).parse(rows));
}

/** Notes pictures that nobody noted before. */
export async function addWantedImages(addresses: string[]): Promise<void> {
  await getDb().remoteImage.createMany({
    data: addresses.map((url) => ({ id: hashImageAddress(url), url })),
    skipDuplicates: true,
  });
}

const wantedRows = z.array(z.object({ id: z.string(), url: z.string(), failures: z.int() }));

/** Takes pictures that are due, at most `limit`, of these addresses or of any: no other process gets them meanwhile. */
export async function claimWantedImages(limit: number, addresses?: string[]): Promise<WantedImage[]> {
  const ids = addresses?.map(hashImageAddress) ?? null;
  return wantedRows.parse(
    await getDb().$queryRaw`
      UPDATE remote_images SET next_try_at = now() + make_interval(secs => ${claimSeconds})
      WHERE id IN (
        SELECT id FROM remote_images
        WHERE status IN ('wanted', 'failed') AND next_try_at <= now() AND (${ids}::text[] IS NULL OR id = ANY(${ids}))
        ORDER BY next_try_at LIMIT ${limit} FOR UPDATE SKIP LOCKED
      )
      RETURNING id, url, failures`,
  );
}

/** Notes a failure; the picture is due again after `getRetryDelay`. */
export async function recordImageFailure({ id, failures }: WantedImage, errorCode: string): Promise<void> {
  await getDb().$executeRaw`
    UPDATE remote_images SET status = 'failed', failures = ${failures + 1}, error_code = ${errorCode},
      next_try_at = now() + make_interval(secs => ${getRetryDelay(failures + 1)})
    WHERE id = ${id} AND status <> 'stored'`;
}
