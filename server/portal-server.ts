import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import next from 'next';
import { pruneChanges } from '@/lib/articles/change-log';
import { publishDueArticles } from '@/lib/articles/publish-due-articles';
import { getAssetVersion } from '@/lib/config/asset-version';
import type { Config } from '@/lib/config/config';
import { getLogger } from '@/lib/config/logger';
import { locales } from '@/lib/i18n/locales';
import { openImageStore } from '@/lib/images/image-store';
import { removeOldUploads } from '@/lib/importing/uploads/upload-store';
import { startBackfill } from './backfill';
import { ChangeListener } from './change-listener';
import { buildTrustedProxies } from './client-ip';
import { startFeedPoller } from './feed-poller';
import { createFrontDoor } from './front-door';
import { startHousekeeping } from './housekeeping';
import { startImageFetcher } from './image-fetcher';
import { startIndexNow } from './index-now';
import { LiveFeed } from './live/live-feed';
import { PageCache } from './page-cache';
import { renderPage } from './render-page';
import { StaticFiles } from './static-files';

const projectDir = path.resolve(import.meta.dirname, '..');
const cacheBytes = 128 * 1024 * 1024;
/** Anybody can think of a million searches: they must not push pages out. */
const searchCacheBytes = 16 * 1024 * 1024;
/** Longest time for the whole of a request to arrive: an archive of the largest size over a slow line. */
const uploadMs = 4 * 3_600_000;

/**
 * Starts the portal on `config.host` and `config.port`. The database must be up and migrated. Rejects with the
 * socket's own error (`EADDRINUSE`) when the port is taken. `close` finishes running requests, at most 5 s.
 */
export async function startPortalServer(options: {
  config: Config;
  dev: boolean;
}): Promise<{ close: () => Promise<void> }> {
  const { config, dev } = options;
  const log = getLogger();
  const server = createServer();
  server.requestTimeout = uploadMs;
  server.on('request', answerStarting);
  // The port first: a busy one must be told in a moment, not after Next has started.
  server.listen(config.port, config.host);
  await once(server, 'listening');
  const pages = new PageCache(cacheBytes);
  const searches = new PageCache(searchCacheBytes);
  const caches = [pages, searches];
  const renewAll = () => {
    for (const cache of caches) cache.invalidateAll();
  };
  const app = next({ dev, dir: projectDir, hostname: config.host, port: config.port, httpServer: server });
  await app.prepare();
  const handle = app.getRequestHandler();
  const live = new LiveFeed({ onError: (error) => log.warn({ err: error }, 'live events wait') });
  const listener = new ChangeListener({
    databaseUrl: config.databaseUrl ?? '',
    onStart: (position) => live.log.open(position),
    // Pages first: whoever is told of a story must find it there.
    onChanges: (changes) => {
      const tags = changes.flatMap((change) => change.tags);
      for (const cache of caches) cache.invalidate(tags);
      live.log.accept(changes);
    },
    onGap: renewAll,
    onReplaced: (position) => live.log.replace(position),
    onError: (error) => log.warn({ err: error }, 'change log lost'),
  });
  await listener.start();
  const images = openImageStore(config);
  const files = await StaticFiles.open(projectDir, getAssetVersion());
  // In one step: a request that found nobody between the two would never be answered.
  server.off('request', answerStarting);
  server.on(
    'request',
    createFrontDoor({
      config,
      dev,
      next: handle,
      pages,
      searches,
      trustedProxies: buildTrustedProxies(config.trustedProxies),
      files,
      images,
      live,
      getChangeId: () => listener.getPosition(),
      log,
    }),
  );
  if (!dev) await keepUnavailablePages(pages, handle, config);
  const housekeeping = startHousekeeping({
    caches,
    config,
    log,
    publishDueArticles,
    pruneChanges,
    removeOldUploads,
  });
  const feeds = startFeedPoller(log);
  const backfill = startBackfill({ onDone: renewAll, log });
  const fetcher = config.fetchImages
    ? startImageFetcher({ store: images, siteUrl: config.siteUrl, log })
    : undefined;
  const indexNow = config.indexNowKey === null ? undefined : startIndexNow(config, log);
  return {
    close: async () => {
      housekeeping.stop();
      await live.close();
      await indexNow?.stop();
      await fetcher?.stop();
      await feeds.stop();
      await backfill.stop();
      await listener.close();
      await closeServer(server);
      await app.close();
    },
  };
}

/** Between the opening of the port and the first page. */
function answerStarting(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { 'Retry-After': '2', 'Cache-Control': 'no-store' }).end();
}

/** The page that must be there when nothing else is. */
async function keepUnavailablePages(
  pages: PageCache,
  handle: ReturnType<ReturnType<typeof next>['getRequestHandler']>,
  config: Config,
): Promise<void> {
  for (const locale of locales) {
    const address = `/${locale}/unavailable`;
    const { host } = new URL(config.siteUrl);
    await pages.get(address, () => renderPage(handle, address, host));
  }
}

async function closeServer(server: ReturnType<typeof createServer>): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  // Event streams would stay for ever.
  const timer = setTimeout(() => server.closeAllConnections(), 5000);
  await closed;
  clearTimeout(timer);
}
