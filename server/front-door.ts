import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { BlockList } from 'node:net';
import type { Config } from '@/lib/config/config';
import { buildPath } from '@/lib/i18n/build-path';
import type { Locale } from '@/lib/i18n/locales';
import { resolveAddress } from '@/lib/links/resolve-address';
import { countWantedPath } from '@/lib/links/wanted-paths';
import { isCardCrawler } from '@/lib/sharing/is-card-crawler';
import { countShortLinkVisit, findShortLink } from '@/lib/sharing/short-link-store';
import type { Logger } from '@/lib/config/logger';
import type { ImageStore } from '@/lib/images/image-store';
import { changeIdHeader } from '@/lib/live/live-page';
import { clientIpHeader, findClientIp } from './client-ip';
import { type DocumentAddress, findDocument } from './documents';
import { answerLive } from './live/answer-live';
import type { LiveFeed } from './live/live-feed';
import { type CachedPage, finishPage, type PageCache } from './page-cache';
import { parseReaderAddress } from './reader-address';
import { type PageHandler, type RenderedPage, renderPage } from './render-page';
import { isWorkerPath, prepareWorker } from './service-worker';
import { findImageName, sendImage } from './send-image';
import { sendPage } from './send-page';
import {
  apiPolicy,
  buildAdminPolicy,
  isolateWindow,
  readerPolicy,
  setSecurityHeaders,
} from './security-headers';
import type { StaticFiles } from './static-files';

export interface FrontDoorOptions {
  config: Config;
  dev: boolean;
  /** Next's own request handler. */
  next: PageHandler;
  pages: PageCache;
  /** Searches have a cache of their own. */
  searches: PageCache;
  trustedProxies: BlockList;
  files: StaticFiles;
  /** The portal's own copies of pictures, under `/images/`. */
  images: ImageStore;
  live: LiveFeed;
  /** The last change that this process has heard of. */
  getChangeId: () => bigint;
  log: Logger;
}

/**
 * Every request comes in here. Reader pages are answered from the page cache, old addresses by the resolver;
 * admin, API, short links and files go on to Next.
 */
export function createFrontDoor(options: FrontDoorOptions): RequestListener {
  const isSecure = options.config.siteUrl.startsWith('https:');
  return (request, response) => {
    answer(options, isSecure, request, response).catch((error: unknown) => {
      options.log.error({ err: error, url: request.url }, 'request failed');
      if (!response.headersSent) sendPlain(response, 500, 'Internal Server Error');
      else response.destroy();
    });
  };
}

async function answer(
  options: FrontDoorOptions,
  isSecure: boolean,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = parseUrl(request.url);
  setSecurityHeaders(response, apiPolicy, isSecure);
  // No address of ours has a NUL, and PostgreSQL would refuse it as text.
  if (!url || /%00/.test(url.pathname + url.search)) return sendPlain(response, 400, 'Bad Request');
  // The only source of a visitor's address for everything behind: see client-ip.ts.
  request.headers[clientIpHeader] = findClientIp(request, options.trustedProxies);
  const image =
    request.method === 'GET' || request.method === 'HEAD' ? findImageName(url.pathname) : undefined;
  if (image !== undefined) return sendImage(options.images, image, request, response);
  if (url.pathname === '/api/live') return answerLive(options.live, url.searchParams, request, response);
  switch (classify(url.pathname, options.files)) {
    case 'admin':
      return passAdmin(options, request, response);
    case 'file':
      response.setHeader('Content-Security-Policy', readerPolicy);
      return answerFile(options, url, request, response);
    case 'api':
      response.setHeader('Cache-Control', 'no-store');
      return options.next(request, response);
    case 'reader':
      response.setHeader('Content-Security-Policy', readerPolicy);
      return answerReader(options, url, request, response);
  }
}

function parseUrl(target: string | undefined): URL | undefined {
  // A second slash at the beginning, of either kind, would be read as a host.
  return URL.parse((target ?? '/').replace(/^[/\\]{2,}/, '/'), 'http://door.invalid') ?? undefined;
}

function classify(pathname: string, files: StaticFiles): 'admin' | 'file' | 'api' | 'reader' {
  if (/^\/admin(?:\/|$)/.test(pathname)) return 'admin';
  if (/^\/api(?:\/|$)/.test(pathname)) return 'api';
  return pathname.startsWith('/_next/') || files.has(pathname) ? 'file' : 'reader';
}

function passAdmin(
  options: FrontDoorOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> | void {
  const policy = buildAdminPolicy(randomBytes(18).toString('base64'), options.dev);
  request.headers['content-security-policy'] = policy; // Next takes the nonce for its scripts from here
  response.setHeader('Content-Security-Policy', policy);
  response.setHeader('Cache-Control', 'no-store');
  isolateWindow(response);
  return options.next(request, response);
}

async function answerFile(
  options: FrontDoorOptions,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (isWorkerPath(url.pathname)) url.pathname = prepareWorker(options.config, url.pathname, response);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const file = isRead && !options.dev ? await options.files.get(url) : undefined;
  if (file) return sendPage(request, response, file);
  request.url = url.pathname + url.search;
  return options.next(request, response);
}

async function answerReader(
  options: FrontDoorOptions,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return sendPlain(response, 405, 'Method Not Allowed');
  }
  const code = /^\/s\/([0-9A-Za-z]{1,40})\/?$/.exec(url.pathname)?.[1];
  if (code !== undefined) return answerShortLink(options, code, request, response);
  const document = findDocument(url);
  if (document) return answerDocument(options, document, request, response);
  const address = parseReaderAddress(url, options.config.defaultLocale);
  if (address.kind === 'redirect') return sendRedirect(response, 308, address.location);
  if (address.kind === 'other') return answerOldAddress(options, address, request, response);
  if (options.dev) return passInDevelopment(options, address.internal, request, response);
  const page = await getPage(options, address.internal).catch((error: unknown) => {
    options.log.error({ err: error, page: address.internal }, 'page failed');
    return undefined;
  });
  if (!page || page.status >= 500) return sendUnavailable(options, address.locale, request, response);
  if (page.status === 200) return sendPage(request, response, page);
  const path = url.pathname + url.search;
  await answerOldAddress(options, { locale: address.locale, path }, request, response);
}

/** A file that is made on demand is kept like a page; an address that has none is an old one. */
async function answerDocument(
  options: FrontDoorOptions,
  { key, render: make }: DocumentAddress,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const locale = options.config.defaultLocale;
  const page = await cacheOf(options, key)
    .get(`document:${key}`, async () => toRendered(await make()))
    .catch((error: unknown) => {
      options.log.error({ err: error, document: key }, 'document failed');
      return undefined;
    });
  if (!page) return sendUnavailable(options, locale, request, response);
  if (page.location !== undefined) return sendRedirect(response, 308, page.location);
  if (page.contentType !== noDocument) return sendPage(request, response, page);
  await answerOldAddress(options, { locale, path: request.url ?? '/' }, request, response);
}

/** Content type of what is not there: a document that answers with 404 itself has one of its own. */
const noDocument = 'none';

function toRendered(made: Awaited<ReturnType<DocumentAddress['render']>>): RenderedPage {
  if (made === undefined) return { status: 404, contentType: noDocument, body: '' };
  return 'location' in made ? { status: 308, body: '', ...made } : { status: 200, ...made };
}

function getPage(options: FrontDoorOptions, internal: string): Promise<CachedPage> {
  return cacheOf(options, internal).get(internal, () => render(options, internal));
}

function cacheOf({ pages, searches }: FrontDoorOptions, address: string): PageCache {
  return /^(?:\/[^/?]+)?\/search(?:[/?]|$)/.test(address) ? searches : pages;
}

function render(options: FrontDoorOptions, internal: string): Promise<RenderedPage> {
  return renderPage(options.next, internal, new URL(options.config.siteUrl).host, options.getChangeId());
}

/** With hot reload the page must keep its scripts and its own policy. */
function passInDevelopment(
  options: FrontDoorOptions,
  internal: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> | void {
  response.removeHeader('Content-Security-Policy');
  request.url = internal;
  request.headers[changeIdHeader] = String(options.getChangeId());
  return options.next(request, response);
}

async function answerOldAddress(
  options: FrontDoorOptions,
  { locale, path }: { locale: Locale; path: string },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const found = await resolveAddress(path);
    if (found.kind === 'redirect') {
      const location = buildPath(locale, found.location);
      // Published between the two looks: it must come back here once, and no cache may learn a circle.
      return sendRedirect(response, location === parseUrl(request.url)?.pathname ? 302 : 308, location);
    }
    if (found.kind === 'unknown') void countWanted(options, path, request);
    await sendAbsent(options, { locale, path, isGone: found.kind === 'gone' }, request, response);
  } catch (error) {
    options.log.error({ err: error, path }, 'resolver failed');
    await sendUnavailable(options, locale, request, response);
  }
}

/**
 * People are sent on, with 302 and not 308: visits are counted here, so browsers must come back to ask. Crawlers get
 * the card at once.
 */
async function answerShortLink(
  options: FrontDoorOptions,
  code: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const locale = options.config.defaultLocale;
  try {
    const target = await findShortLink(code);
    if (target.kind !== 'article') {
      const isGone = target.kind === 'gone';
      return await sendAbsent(options, { locale, path: `/s/${code}`, isGone }, request, response);
    }
    response.setHeader('Vary', 'User-Agent');
    const slug = encodeURIComponent(target.slug);
    if (isCardCrawler(request.headers['user-agent']) && !options.dev) {
      const page = await getPage(options, `/${locale}/shared/${slug}`);
      if (page.status === 200) return sendPage(request, response, page);
    }
    sendRedirect(response, 302, `/articles/${slug}`);
    if (request.method === 'GET') void countVisit(options, code, request);
  } catch (error) {
    options.log.error({ err: error, code }, 'short link failed');
    await sendUnavailable(options, locale, request, response);
  }
}

async function countVisit(options: FrontDoorOptions, code: string, request: IncomingMessage): Promise<void> {
  await countShortLinkVisit(code, request.headers['user-agent'] ?? null).catch((error: unknown) => {
    options.log.warn({ err: error }, 'short link visit not counted');
  });
}

/** The designed pages for what is gone (410) and what never was (404, with articles that may be meant). */
async function sendAbsent(
  options: FrontDoorOptions,
  absent: { locale: Locale; path: string; isGone: boolean },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { locale, path, isGone } = absent;
  const page = isGone ? 'gone' : 'missing';
  const internal = `/${locale}/${page}?path=${encodeURIComponent(path.slice(0, 500))}`;
  const { status, body } = await render(options, internal);
  if (status !== 200) throw new Error(`${internal} was rendered with status ${status}`);
  sendPage(request, response, await finishPage({ status: isGone ? 410 : 404, body }));
}

async function countWanted(options: FrontDoorOptions, path: string, request: IncomingMessage): Promise<void> {
  await countWantedPath(path, request.headers.referer, request.headers['user-agent']).catch(
    (error: unknown) => {
      options.log.warn({ err: error }, 'wanted path not counted');
    },
  );
}

async function sendUnavailable(
  options: FrontDoorOptions,
  locale: Locale,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const page = await getPage(options, `/${locale}/unavailable`);
  response.setHeader('Retry-After', '10');
  sendPage(request, response, { ...page, status: 503 });
}

function sendRedirect(response: ServerResponse, status: 302 | 308, location: string): void {
  response.statusCode = status;
  // One slash: a second would make the rest a host of somebody's choice.
  response.setHeader('Location', location.replace(/^\/{2,}/, '/'));
  response.setHeader('Cache-Control', status === 302 ? 'no-store' : 'public, max-age=3600');
  response.end();
}

function sendPlain(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.end(`${text}\n`);
}
