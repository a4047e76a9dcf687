import { answerErrors } from '@/lib/editors/answer-errors';
import type { Editor } from '@/lib/editors/editor';
import { readOwnJson } from '@/lib/editors/read-own-json';
import { requireEditor } from '@/lib/editors/require-editor';
import { AppError } from '@/lib/errors/app-error';
import { joinArticles, splitFromGroup, undoChoice } from '@/lib/groups/story-choices';
import { z } from 'zod';
import { findNamedArticle } from './find-named-article';

const form = z.discriminatedUnion('action', [
  z.object({ action: z.literal('split') }),
  z.object({ action: z.literal('join'), other: z.string().trim().min(1).max(2000) }),
  z.object({ action: z.literal('undo'), choice: z.int().positive().max(2_147_483_647) }),
]);

/** Splits an article off its group, joins it with another, or takes such a decision back. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  return answerErrors(request, async () => {
    const editor = await requireEditor(request);
    const body = form.safeParse(await readOwnJson(request));
    if (!body.success) throw new AppError('form-invalid', {}, 400);
    const { slug } = await params;
    return Response.json({ slug, choice: await act(editor, slug, body.data) });
  });
}

/** Gives the number of the decision that can be undone, or was. */
async function act(editor: Editor, slug: string, wish: z.infer<typeof form>): Promise<number> {
  switch (wish.action) {
    case 'split':
      return splitFromGroup(editor, slug);
    case 'join':
      return joinArticles(editor, slug, await findNamedArticle(wish.other));
    case 'undo':
      await undoChoice(editor, slug, wish.choice);
      return wish.choice;
  }
}
