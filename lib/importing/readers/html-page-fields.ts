import { isRecord } from './front-matter-fields';
import { parseJson } from './json-scan';
import { findVisibleDate } from './html-page-date';

/** What a page says about its article, under the names of a Jekyll post; null is "not stated". */
export interface PageFields {
  title: string | null;
  date: string | null;
  updated: string | null;
  digest: string | null;
  author: string | null;
  source: string | null;
  link: string | null;
  tags: string[] | null;
  language: string | null;
  image: string | null;
}

type Read = (...names: string[]) => string | null;

/** Reads head, JSON-LD, microformats and the lines beside the title; `visibleText` stands for a body that was not parsed. */
export function readPageFields(document: Document, visibleText?: string): PageFields {
  const metas = [...document.querySelectorAll('meta')].slice(0, 500);
  const meta: Read = (...names) => findMeta(metas, names);
  const ld = findArticleData(document);
  const site = meta('og:site_name') ?? readName(ld['publisher']);
  return {
    title: findTitle(document, meta, ld, site),
    date: findDate(document, meta, ld, visibleText),
    updated: meta('article:modified_time', 'og:updated_time', 'datemodified') ?? readText(ld['dateModified']),
    digest: meta('og:description', 'description', 'twitter:description') ?? readText(ld['description']),
    author: readName(ld['author']) ?? meta('author', 'article:author', 'byl', 'dc.creator') ?? getText(document, '.p-author, [rel="author"], [itemprop="author"]'),
    source: meta('source', 'mediaid', 'copyright-source') ?? site,
    link: getAttribute(document, 'link[rel="canonical"], a.p-canonical', 'href') ?? meta('og:url'),
    tags: listTags(document, meta),
    language: (getAttribute(document, 'html', 'lang') ?? meta('og:locale', 'content-language'))?.replace('_', '-') ?? null,
    image: meta('og:image', 'og:image:url', 'twitter:image') ?? readImage(ld['image']),
  };
} // prettier-ignore

function findMeta(all: readonly Element[], names: readonly string[]): string | null {
  for (const name of names) {
    const found = all.find((meta) => [meta.getAttribute('property'), meta.getAttribute('name'), meta.getAttribute('itemprop'), meta.getAttribute('http-equiv')].some((key) => key?.trim().toLowerCase() === name)); // prettier-ignore
    const content = found?.getAttribute('content')?.trim();
    if (content) return content;
  }
  return null;
}

/** The title of the page often ends in the name of the site. */
function findTitle(document: Document, meta: Read, ld: Record<string, unknown>, site: string | null): string | null {
  const headings = [...document.querySelectorAll('h1')].map(readElement).filter(Boolean);
  const stated = getText(document, '.p-name') ?? meta('og:title') ?? readText(ld['headline']);
  const whole = getText(document, 'title');
  if (stated) return cutSite(stated, site);
  const inTitle = headings.find((heading) => whole?.includes(heading));
  return inTitle ?? (headings.length === 1 ? headings[0] : undefined) ?? (whole && cutSite(whole, site));
} // prettier-ignore

function cutSite(title: string, site: string | null): string {
  if (!site || !title.endsWith(site)) return title;
  return title.slice(0, -site.length).replace(/\s*[-|–—_·:：｜»]+\s*$/u, '').trim() || title;
} // prettier-ignore

function findDate(document: Document, meta: Read, ld: Record<string, unknown>, visibleText?: string): string | null {
  return (
    getAttribute(document, '.dt-published[datetime]', 'datetime') ??
    meta('article:published_time', 'og:published_time', 'datepublished') ??
    readText(ld['datePublished']) ??
    meta('pubdate', 'publishdate', 'publish_date', 'publish-date', 'date', 'dc.date', 'dc.date.issued', 'sailthru.date', 'parsely-pub-date', 'weibo: article:create_at') ??
    getAttribute(document, 'article time[datetime], main time[datetime], time[pubdate][datetime], time[datetime]', 'datetime') ??
    findVisibleDate(visibleText ?? document)
  );
} // prettier-ignore

/** The first object of JSON-LD that is an article; they may stand in a list or a graph. */
function findArticleData(document: Document): Record<string, unknown> {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')].slice(0, 20);
  const roots = scripts.map((script) => parseJson(script.textContent.trim()));
  const objects = roots
    .flatMap((root) => [root, isRecord(root) ? root['@graph'] : null].flat())
    .filter(isRecord);
  return objects.find((item) => /Article|Posting|Report/.test(String([item['@type']].flat()[0]))) ?? {};
}

function listTags(document: Document, meta: Read): string[] | null {
  const stated = [...document.querySelectorAll('meta[property="article:tag"]')].map((tag) => tag.getAttribute('content') ?? ''); // prettier-ignore
  const words = stated.length > 0 ? stated : (meta('news_keywords', 'keywords') ?? '').split(/[,，、;；]/);
  const tags = words.map((word) => word.trim()).filter(Boolean);
  return tags.length > 0 ? tags : null;
}

function readImage(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return isRecord(first) ? readText(first['url']) : readText(first);
}

function readName(value: unknown): string | null {
  const names = [value]
    .flat()
    .map((item: unknown) => (isRecord(item) ? readText(item['name']) : readText(item)));
  return names.filter(Boolean).join(', ') || null;
}

function readText(value: unknown): string | null {
  return typeof value === 'string' ? value.trim() || null : null;
}

function readElement(element: Element): string {
  return element.textContent.replace(/\s+/gu, ' ').trim();
}

function getText(document: Document, selector: string): string | null {
  const element = document.querySelector(selector);
  return (element && readElement(element)) || null;
}

function getAttribute(document: Document, selector: string, name: string): string | null {
  return document.querySelector(selector)?.getAttribute(name)?.trim() || null;
}
