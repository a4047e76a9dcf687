import { answerErrors } from '@/lib/editors/answer-errors';
import { readOwnJson } from '@/lib/editors/read-own-json';
import { requireEditor } from '@/lib/editors/require-editor';
import { AppError } from '@/lib/errors/app-error';
import type { Feed } from '@/lib/feeds/feed';
import { buildFeedJson } from '@/lib/feeds/feed-json';
import { deleteFeed, getFeed, listFeedImports, setFeedPaused, updateFeed } from '@/lib/feeds/feed-store';
import { parseFeedForm } from '@/lib/feeds/parse-feed-form';
import { z } from 'zod';
import { parseFeedId, readLocale } from '../read-request';

interface Context {
  params: Promise<{ id: string }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerErrors(request, async () => {
    await requireEditor(request, 'read');
    const id = parseFeedId((await params).id);
    const [feed, imports] = await Promise.all([getFeed(id), listFeedImports(id)]);
    return Response.json({ ...buildFeedJson(feed, readLocale(request)), imports });
  });
}

/** Any of the fields of a source, and `paused`. */
const patch = z.looseObject({ paused: z.boolean().optional() });

export async function PATCH(request: Request, { params }: Context): Promise<Response> {
  return answerErrors(request, async () => {
    await requireEditor(request);
    const id = parseFeedId((await params).id);
    const body = patch.safeParse(await readOwnJson(request));
    if (!body.success) throw new AppError('form-invalid', {}, 400);
    const feed = await change(await getFeed(id), body.data);
    return Response.json(buildFeedJson(feed, readLocale(request)));
  });
}

async function change(feed: Feed, { paused, ...fields }: z.infer<typeof patch>): Promise<Feed> {
  const form = parseFeedForm({ ...feed, ...fields });
  const changed = Object.keys(fields).length > 0 ? await updateFeed(feed.id, form) : feed;
  return paused === undefined ? changed : setFeedPaused(feed.id, paused);
}

export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  return answerErrors(request, async () => {
    await requireEditor(request);
    const id = parseFeedId((await params).id);
    await deleteFeed(id);
    return Response.json({ id });
  });
}
