import { buildArticleJson } from '@/lib/articles/article-json';
import { findPublishedArticle } from '@/lib/articles/article-store';
import { getConfig } from '@/lib/config/config';
import { AppError } from '@/lib/errors/app-error';
import { answerErrors } from '@/lib/editors/answer-errors';

export async function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  return answerErrors(request, async () => {
    const article = await findPublishedArticle((await params).slug);
    if (!article) throw new AppError('article-unknown', {}, 404);
    return Response.json(buildArticleJson(article, getConfig().siteUrl));
  });
}
