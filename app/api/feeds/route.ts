import { answerErrors } from '@/lib/editors/answer-errors';
import { readOwnJson } from '@/lib/editors/read-own-json';
import { requireEditor } from '@/lib/editors/require-editor';
import { buildFeedJson } from '@/lib/feeds/feed-json';
import { createFeed, listFeeds } from '@/lib/feeds/feed-store';
import { parseFeedForm } from '@/lib/feeds/parse-feed-form';
import { readLocale } from './read-request';

export async function GET(request: Request): Promise<Response> {
  return answerErrors(request, async () => {
    await requireEditor(request, 'read');
    const locale = readLocale(request);
    return Response.json({ items: (await listFeeds()).map((feed) => buildFeedJson(feed, locale)) });
  });
}

export async function POST(request: Request): Promise<Response> {
  return answerErrors(request, async () => {
    await requireEditor(request);
    const feed = await createFeed(parseFeedForm(await readOwnJson(request)));
    return Response.json(buildFeedJson(feed, readLocale(request)), { status: 201 });
  });
}
