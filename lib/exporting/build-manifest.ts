import { contentSettingPrefix, manifestKind, type PortalManifestText } from '@/lib/articles/portal-manifest';
import { exportFormat } from '@/lib/articles/restore-map';
import { getDb } from '@/lib/db/prisma-client';
import packageJson from '@/package.json';
import { z } from 'zod';

/** Everything of a manifest but its files. */
export type ManifestHead = Omit<PortalManifestText, 'files'>;

/** What belongs to no single article: categories, removed articles, wanted addresses, settings of the content. */
export async function buildManifest(articles: number, now: Date): Promise<ManifestHead> {
  const [settings, categories, wantedPaths, removedArticles] = await Promise.all([
    readSettings(),
    readCategories(),
    readWantedPaths(),
    readRemovedArticles(),
  ]);
  return {
    kind: manifestKind,
    format: exportFormat,
    version: packageJson.version,
    exported_at: now.toISOString(),
    counts: {
      articles,
      categories: categories.length,
      wanted_paths: wantedPaths.length,
      removed_articles: removedArticles.length,
    },
    settings,
    categories,
    wanted_paths: wantedPaths,
    removed_articles: removedArticles,
  };
}

async function readSettings(): Promise<ManifestHead['settings']> {
  const rows = await getDb().setting.findMany({
    where: { key: { startsWith: contentSettingPrefix } },
    orderBy: { key: 'asc' },
  });
  return Object.fromEntries(rows.map(({ key, value }) => [key, z.json().parse(value)]));
}

async function readCategories(): Promise<ManifestHead['categories']> {
  const rows = await getDb().category.findMany({
    select: { slug: true, name: true, aliases: { select: { slug: true }, orderBy: { slug: 'asc' } } },
    orderBy: { slug: 'asc' },
  });
  return rows.map(({ slug, name, aliases }) => ({
    slug,
    name,
    aliases: aliases.map((alias) => alias.slug).filter((alias) => alias !== slug),
  }));
}

async function readWantedPaths(): Promise<ManifestHead['wanted_paths']> {
  const rows = await getDb().wantedPath.findMany({ orderBy: { path: 'asc' } });
  return rows.map(({ path, hits, lastReferrer, firstSeenAt, lastSeenAt }) => ({
    path,
    hits,
    last_referrer: lastReferrer,
    first_seen_at: firstSeenAt.toISOString(),
    last_seen_at: lastSeenAt.toISOString(),
  }));
}

/** Their addresses go on saying "gone"; what stood there is not published again, so it does not leave the portal. */
async function readRemovedArticles(): Promise<ManifestHead['removed_articles']> {
  const rows = await getDb().removedArticle.findMany({
    select: { identityKey: true, slug: true, paths: true, shareCode: true, removedAt: true },
    orderBy: { identityKey: 'asc' },
  });
  return rows.map(({ identityKey, slug, paths, shareCode, removedAt }) => ({
    identity_key: identityKey,
    slug,
    paths: paths.toSorted(),
    share_code: shareCode,
    removed_at: removedAt.toISOString(),
  }));
}
