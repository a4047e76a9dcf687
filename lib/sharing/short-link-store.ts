import { isbot } from 'isbot';
import { getDb } from '@/lib/db/prisma-client';

/** What a short link leads to. */
export type ShortLinkTarget = { kind: 'article'; slug: string } | { kind: 'gone' } | { kind: 'unknown' };

/** Looks a short code up. Codes are case-sensitive. */
export async function findShortLink(code: string): Promise<ShortLinkTarget> {
  const link = await getDb().shortLink.findUnique({
    where: { code },
    select: { article: { select: { slug: true, status: true, deletedAt: true } } },
  });
  if (!link) return findRemoved(code);
  const { slug, status, deletedAt } = link.article;
  if (deletedAt !== null || status === 'withdrawn') return { kind: 'gone' };
  return status === 'published' ? { kind: 'article', slug } : { kind: 'unknown' };
}

/** What an undone import took away keeps its code. */
async function findRemoved(shareCode: string): Promise<ShortLinkTarget> {
  const removed = await getDb().removedArticle.findFirst({ where: { shareCode }, select: { slug: true } });
  return { kind: removed ? 'gone' : 'unknown' };
}

/** Counts a visit by a person; robots and programs that name no browser are not people. */
export async function countShortLinkVisit(code: string, userAgent: string | null): Promise<void> {
  if (userAgent === null || userAgent === '' || isbot(userAgent)) return;
  await getDb().$executeRaw`
    UPDATE short_links SET visits = visits + 1, last_visit_at = now() WHERE code = ${code}`;
}
