import { buildArticleJson } from '@/lib/articles/article-json';
import { listPublishedArticles } from '@/lib/articles/article-store';
import { getConfig } from '@/lib/config/config';
import { answerErrors } from '@/lib/editors/answer-errors';
import { parseQuery } from '@/lib/errors/parse-query';
import { z } from 'zod';

const query = z.object({
  category: z.string().max(200).optional(),
  before: z.string().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export async function GET(request: Request): Promise<Response> {
  return answerErrors(request, async () => {
    const { items, next } = await listPublishedArticles(parseQuery(request, query));
    const { siteUrl } = getConfig();
    return Response.json({ items: items.map((article) => buildArticleJson(article, siteUrl)), next });
  });
}
