import { changeArticleStatus, deleteArticle, restoreArticle } from '@/lib/articles/article-admin-store';
import { answerErrors } from '@/lib/editors/answer-errors';
import { readOwnJson } from '@/lib/editors/read-own-json';
import { requireEditor } from '@/lib/editors/require-editor';
import type { Editor } from '@/lib/editors/editor';
import { AppError } from '@/lib/errors/app-error';
import { z } from 'zod';

const form = z.object({ action: z.enum(['publish', 'withdraw', 'delete', 'restore']) });

export async function POST(
  request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  return answerErrors(request, async () => {
    const editor = await requireEditor(request);
    const body = form.safeParse(await readOwnJson(request));
    if (!body.success) throw new AppError('form-invalid', {}, 400);
    const { slug } = await params;
    await act(editor, slug, body.data.action);
    return Response.json({ slug, action: body.data.action });
  });
}

async function act(editor: Editor, slug: string, action: z.infer<typeof form>['action']): Promise<void> {
  switch (action) {
    case 'publish':
      return changeArticleStatus(editor, slug, 'published');
    case 'withdraw':
      return changeArticleStatus(editor, slug, 'withdrawn');
    case 'delete':
      return deleteArticle(editor, slug);
    case 'restore':
      return restoreArticle(editor, slug);
  }
}
