import { answerErrors } from '@/lib/editors/answer-errors';
import { requireEditor } from '@/lib/editors/require-editor';
import { claimFeed } from '@/lib/feeds/feed-claims';
import { buildFeedJson } from '@/lib/feeds/feed-json';
import { getFeed } from '@/lib/feeds/feed-store';
import { pollFeed } from '@/lib/feeds/poll-feed';
import { parseFeedId, readLocale } from '../../read-request';

/** Polls now and answers when it is done; what is wrong with the source stands in its `lastError`. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return answerErrors(request, async () => {
    await requireEditor(request);
    const id = parseFeedId((await params).id);
    const { outcome, importId } = await pollFeed(await claimFeed(id));
    const feed = buildFeedJson(await getFeed(id), readLocale(request));
    return Response.json({ outcome, importId, feed });
  });
}
