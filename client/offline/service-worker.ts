import { cacheNames, isCurrentCache, isOurCache } from './cache-names';
import { classifyRequest } from './classify-request';
import { fetchCopy, findCopy, keepResponse, dropStory } from './copies';
import { answerPage, answerStory } from './answer-page';
import { listPictures } from './list-pictures';
import { parseWorkerMessage, type WorkerMessage } from './worker-message';
import type { RequestEvent, WorkerScope } from './worker-scope';

// Everything is asked of the network first, so a new worker changes nothing that is on the screen: it may take over
// at once, and an old one need not be waited for.

declare const self: WorkerScope;

const dayMs = 24 * 3_600_000;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

self.addEventListener('fetch', (event) => {
  const answer = chooseAnswer(event);
  if (answer) event.respondWith(answer);
});

self.addEventListener('message', (event) => {
  const message = parseWorkerMessage(event.data);
  if (message) event.waitUntil(follow(message));
});

async function takeOver(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => isOurCache(name) && !isCurrentCache(name));
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

function chooseAnswer(event: RequestEvent): Promise<Response> | undefined {
  const { request } = event;
  const url = new URL(request.url);
  const { origin } = self.location;
  const accept = request.headers.get('accept') ?? '';
  switch (classifyRequest({ method: request.method, mode: request.mode, url, origin, accept })) {
    case 'story':
      return answerStory(event, url);
    case 'page':
      return answerPage(request, url);
    case 'fixed':
      return findCopy(url.pathname, ['assets']).then((copy) => copy ?? fetch(request));
    case 'asset':
      return answerAsset(event, url);
    case 'picture':
      return fetch(request).catch(() => findCopyOrFail(url.pathname, 'saved'));
    case 'none':
      return undefined;
  }
}

async function answerAsset(event: RequestEvent, { pathname }: URL): Promise<Response> {
  try {
    const response = await fetch(event.request);
    event.waitUntil(keepResponse('assets', pathname, response.clone()));
    return response;
  } catch {
    return findCopyOrFail(pathname, 'assets');
  }
}

async function findCopyOrFail(path: string, kind: keyof typeof cacheNames): Promise<Response> {
  return (await findCopy(path, [kind])) ?? Response.error();
}

async function follow(message: WorkerMessage): Promise<void> {
  if (message.kind === 'drop') return dropSaved(message.path);
  if (message.kind === 'save') return save(message.path, message.withPictures);
  for (const path of message.assets) if (!(await findCopy(path, ['assets']))) await fetchCopy('assets', path);
  for (const path of message.pages) if (await isOld(path)) await fetchCopy('pages', path);
  // The first page of a visitor was there before the worker.
  const isStory = classifyPath(message.path) === 'story';
  if (isStory && !(await findCopy(message.path, ['stories']))) await fetchCopy('stories', message.path);
}

function classifyPath(path: string) {
  const { origin } = self.location;
  return classifyRequest({ method: 'GET', mode: 'navigate', url: new URL(path, origin), origin, accept: '' });
}

async function isOld(path: string): Promise<boolean> {
  const copy = await findCopy(path, ['pages']);
  return !copy || Date.now() - Date.parse(copy.headers.get('date') ?? '') > dayMs;
}

async function save(path: string, withPictures: boolean): Promise<void> {
  if (classifyPath(path) !== 'story') return;
  const copy = await findCopy(path, ['stories']);
  if (copy) await keepResponse('saved', path, copy);
  else if (!(await fetchCopy('saved', path))) return;
  if (!withPictures) return;
  for (const picture of listPictures(await (await findCopy(path, ['saved']))?.text()))
    await fetchCopy('saved', picture);
}

async function dropSaved(path: string): Promise<void> {
  const pictures = listPictures(await (await findCopy(path, ['saved']))?.text());
  await dropStory('saved', path);
  const cache = await caches.open(cacheNames.saved);
  await Promise.all(pictures.map((picture) => cache.delete(picture)));
}
