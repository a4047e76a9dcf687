import { countPublishedArticles } from '@/lib/articles/article-store';
import packageJson from '@/package.json';

/** Liveness with the database tested: 200, or 503 when it does not answer. */
export async function GET(): Promise<Response> {
  const { version } = packageJson;
  try {
    const articles = await countPublishedArticles();
    return Response.json({ status: 'ok', database: 'ok', articles, version });
  } catch {
    return Response.json(
      { status: 'error', database: 'unavailable', articles: null, version },
      { status: 503, headers: { 'Retry-After': '5' } },
    );
  }
}
