import { createHash } from 'node:crypto';
import { published } from '@/lib/articles/article-rows';
import { listChangesSince } from '@/lib/articles/change-log';
import type { Logger } from '@/lib/config/logger';
import { getDb } from '@/lib/db/prisma-client';
import { AppError } from '@/lib/errors/app-error';
import type { PrivateAccess } from '@/lib/http/resolve-target';
import { encodeImage } from './encode-image';
import { fetchRemoteImage } from './fetch-remote-image';
import { type IllustratedArticle, listImageAddresses } from './image-address';
import type { ImageStore } from './image-store';
import { readImageWatermark, saveImageWatermark } from './image-watermark';
import { recordStoredImage } from './record-stored-image';
import {
  addWantedImages,
  claimWantedImages,
  recordImageFailure,
  type WantedImage,
} from './remote-image-store';

export interface ImageFetching {
  store: ImageStore;
  log: Pick<Logger, 'warn'>;
  signal: AbortSignal;
  /** Our own pages' origin, whose pictures need no copy. */
  siteUrl: string;
  access?: PrivateAccess;
}

interface PicturedArticle extends IllustratedArticle {
  id: number;
  slug: string;
  sourceUrl: string | null;
}

/** Articles of one round. */
const batchSize = 20;
const maxPerRound = 200;
const maxAtOnce = 4;

/**
 * One round: fetches the pictures of articles that changed or were never looked at, then those that are to be tried
 * again. Gives whether there is more to do at once. May run in several processes; each picture is fetched by one.
 */
export async function fetchArticleImages(fetching: ImageFetching): Promise<boolean> {
  const watermark = await readImageWatermark();
  const changes = await listChangesSince(watermark.changeId, batchSize);
  const changed = await listArticles({ slug: { in: changes.map(({ slug }) => slug) } });
  const older = watermark.articleId === null ? [] : await listArticles({ id: { gt: watermark.articleId } });
  await fetchForArticles(fetching, [...changed, ...older]);
  if (isStopped(fetching)) return false;
  const isOn = changes.length > 0 || watermark.articleId !== null;
  if (isOn) {
    await saveImageWatermark({
      changeId: changes.at(-1)?.id ?? watermark.changeId,
      articleId: older.at(-1)?.id ?? null,
    });
  }
  const due = await claimWantedImages(batchSize);
  await eachOf(due, (image) => fetchImage(fetching, image, undefined));
  return isOn || due.length > 0;
}

async function listArticles(where: { slug: { in: string[] } } | { id: { gt: number } }) {
  return getDb().article.findMany({
    where: { ...where, ...published },
    select: { id: true, slug: true, sourceUrl: true, imageUrl: true, bodyHtml: true },
    orderBy: { id: 'asc' },
    take: batchSize,
  });
}

/** The article gives what a second try no longer knows: the page that a picture belongs to. */
async function fetchForArticles(fetching: ImageFetching, articles: PicturedArticle[]): Promise<void> {
  const byAddress = new Map<string, PicturedArticle>();
  for (const article of articles) {
    for (const address of listImageAddresses(article)) {
      const isOwn = URL.parse(address)?.origin === fetching.siteUrl;
      if (!isOwn && URL.canParse(address) && !byAddress.has(address)) byAddress.set(address, article);
    }
  }
  if (byAddress.size === 0) return;
  const addresses = [...byAddress.keys()];
  await addWantedImages(addresses);
  const claimed = await claimWantedImages(maxPerRound, addresses);
  await eachOf(claimed, (image) => fetchImage(fetching, image, byAddress.get(image.url)));
}

/** Stopped in between, a picture stays claimed and is taken up again when the claim ends. */
async function fetchImage(
  fetching: ImageFetching,
  image: WantedImage,
  article: PicturedArticle | undefined,
): Promise<void> {
  if (isStopped(fetching)) return;
  const { store, log, access } = fetching;
  try {
    const bytes = await fetchRemoteImage(image.url, article?.sourceUrl ?? null, access);
    const { webp, width, height } = await encodeImage(bytes);
    if (isStopped(fetching)) return;
    const name = `${createHash('sha256').update(webp).digest('hex')}.webp`;
    await store.put(name, webp);
    await recordStoredImage(image.id, { name, width, height, bytes: webp.length }, article?.slug ?? '');
  } catch (error) {
    if (!(error instanceof AppError)) log.warn({ err: error, url: image.url }, 'picture not stored');
    const code = error instanceof AppError ? error.code : 'image-store-failed';
    if (!isStopped(fetching)) await recordImageFailure(image, code);
  }
}

function isStopped({ signal }: ImageFetching): boolean {
  return signal.aborted;
}

async function eachOf<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const run = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: maxAtOnce }, run));
}
