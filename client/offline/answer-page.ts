import { cacheNames } from './cache-names';
import { chooseOfflinePath } from './choose-offline-path';
import { dropStory, findCopy, findOtherLanguage, keepResponse } from './copies';
import { markAsCopy } from './mark-as-copy';
import type { RequestEvent } from './worker-scope';

/** A story from the network, of which a copy is kept, or that copy; what was withdrawn leaves no copy behind. */
export async function answerStory(event: RequestEvent, { pathname }: URL): Promise<Response> {
  try {
    const response = await fetch(event.request);
    event.waitUntil(noteAnswer(pathname, response.clone()));
    return response;
  } catch {
    const copy = (await findCopy(pathname, ['stories', 'saved'])) ?? (await findOtherLanguage(pathname));
    return copy ? markAsCopy(copy) : answerOffline(pathname);
  }
}

/** Any other page: from the network; one that works from the browser's memory from its copy; else /offline. */
export async function answerPage(request: Request, { pathname }: URL): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    const copy = await findCopy(pathname, ['pages']);
    return copy ? markAsCopy(copy) : answerOffline(pathname);
  }
}

async function noteAnswer(path: string, response: Response): Promise<void> {
  if (response.status === 404 || response.status === 410) {
    await dropStory('stories', path);
    await dropStory('saved', path);
    return;
  }
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (!response.ok || !isPage) return;
  if (await findCopy(path, ['saved'])) await keepResponse('saved', path, response.clone());
  await keepResponse('stories', path, response);
}

async function answerOffline(pathname: string): Promise<Response> {
  const cache = await caches.open(cacheNames.pages);
  const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  const path = chooseOfflinePath(pathname, kept);
  const page = path === undefined ? undefined : await findCopy(path, ['pages']);
  return page ? markAsCopy(page) : Response.error();
}
