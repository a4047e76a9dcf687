import { answerErrors } from '@/lib/editors/answer-errors';
import { readOwnJson } from '@/lib/editors/read-own-json';
import { requireEditor } from '@/lib/editors/require-editor';
import { parseFeedForm } from '@/lib/feeds/parse-feed-form';
import { tryFeed } from '@/lib/feeds/try-feed';

/** Asks a source as stated and shows what would come in. Writes nothing. */
export async function POST(request: Request): Promise<Response> {
  return answerErrors(request, async () => {
    await requireEditor(request);
    return Response.json(await tryFeed(parseFeedForm(await readOwnJson(request))));
  });
}
