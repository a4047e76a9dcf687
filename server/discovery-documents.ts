import { createTranslator } from 'use-intl/core';
import { findPublishedArticle, listNewestArticles } from '@/lib/articles/article-store';
import { getConfig } from '@/lib/config/config';
import { writeLlms } from '@/lib/discovery/write-llms';
import { writeManifest } from '@/lib/discovery/write-manifest';
import { writeOpenSearch } from '@/lib/discovery/write-open-search';
import { writeRobots } from '@/lib/discovery/write-robots';
import { locales } from '@/lib/i18n/locales';
import { loadMessages } from '@/lib/i18n/messages';
import { resolveAddress } from '@/lib/links/resolve-address';
import { buildAbsoluteUrl, buildArticlePath } from '@/lib/sharing/build-absolute-url';
import { writeMarkdown } from '@/lib/syndication/write-markdown';
import type { Document, DocumentRoute } from './documents';

/** Seconds for which a file that changes with the settings alone may be kept. */
const day = 86_400;

/** What programs look for: robots.txt, the manifest, the search description, llms.txt, stories as Markdown. */
export const discoveryDocuments: DocumentRoute[] = [
  { pattern: /^\/robots\.txt$/, query: [], render: () => Promise.resolve(buildRobots()) },
  { pattern: /^\/manifest\.webmanifest$/, query: [], render: () => Promise.resolve(buildManifest()) },
  { pattern: /^\/opensearch\.xml$/, query: [], render: () => Promise.resolve(buildOpenSearch()) },
  { pattern: /^\/llms\.txt$/, query: [], render: buildLlms },
  {
    pattern: /^\/articles\/(?<slug>[^/]+)\.md$/,
    query: [],
    render: ({ groups }) => renderMarkdown(groups['slug'] ?? ''),
  },
  {
    // Whoever has set the key may show it: search engines ask for it to know that a submission is the portal's.
    pattern: /^\/(?<key>[A-Za-z0-9-]{8,128})\.txt$/,
    query: [],
    render: ({ groups: { key } }) =>
      Promise.resolve(key !== undefined && key === getConfig().indexNowKey ? toText(key) : undefined),
  },
];

function buildRobots(): Document {
  const { siteUrl, defaultLocale } = getConfig();
  const prefixes = locales.filter((locale) => locale !== defaultLocale);
  return { ...toText(writeRobots(siteUrl, prefixes)), maxAge: 3600 };
}

function buildManifest(): Document {
  const config = getConfig();
  const { syndication } = loadMessages(config.defaultLocale);
  const t = createTranslator({ locale: config.defaultLocale, messages: { syndication } });
  return {
    contentType: 'application/manifest+json; charset=utf-8',
    body: writeManifest(config, t('syndication.siteDescription', { title: config.siteTitle })),
    maxAge: day,
  };
}

function buildOpenSearch(): Document {
  const config = getConfig();
  const { syndication } = loadMessages(config.defaultLocale);
  const t = createTranslator({ locale: config.defaultLocale, messages: { syndication } });
  return {
    contentType: 'application/opensearchdescription+xml; charset=utf-8',
    body: writeOpenSearch(config, t('syndication.openSearch', { title: config.siteTitle })),
    maxAge: day,
  };
}

async function buildLlms(): Promise<Document> {
  const [newest] = await listNewestArticles(1);
  return toText(writeLlms(getConfig(), newest && buildArticlePath(newest.slug)));
}

/** An address under which a story is known otherwise leads to its Markdown as well. */
async function renderMarkdown(slug: string): Promise<Document | { location: string } | undefined> {
  const article = await findPublishedArticle(slug);
  const config = getConfig();
  if (article)
    return {
      contentType: 'text/markdown; charset=utf-8',
      body: writeMarkdown(article, config),
      lastModified: article.updatedAt,
      canonical: article.canonicalUrl ?? buildAbsoluteUrl(config.siteUrl, buildArticlePath(article.slug)),
    };
  const path = buildArticlePath(slug);
  const found = await resolveAddress(path);
  return found.kind === 'redirect' && found.location !== path
    ? { location: `${found.location}.md` }
    : undefined;
}

function toText(body: string): Document {
  return { contentType: 'text/plain; charset=utf-8', body };
}
