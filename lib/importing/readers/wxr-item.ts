import { keepStated } from './keep-stated';
import { readPostContent } from './wordpress/post-content';
import { readPostDate } from './wordpress/post-date';
import { readHtmlLine } from './xml/html-line';
import { findAll, findText, type XmlElement } from './xml/xml-element';

/** What the rest of the file says about its items. */
export interface WxrContext {
  /** Display names by login. */
  authors: ReadonlyMap<string, string>;
  /** Addresses of attached pictures by their number. */
  images: ReadonlyMap<string, string>;
  /** Address of the site, empty when none is stated. */
  site: string;
}

/** WordPress's own types that are no texts; what plugins add is a post when it has content. */
const otherTypes =
  /^(?:attachment|nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|wp_.*|acf-field(?:-group)?|wpcf7_contact_form|shop_order|scheduled-action)$/;
const held = /^(?:draft|pending|private|auto-draft)$/;

/** The type of an item; files of older versions and of other programs name none. */
export function getItemType(item: XmlElement): string {
  return findText(item, 'wp:post_type')?.toLowerCase() ?? 'post';
}

/** Posts, pages and types of plugins with content; not what lies in the bin. */
export function isWxrPost(item: XmlElement): boolean {
  const type = getItemType(item);
  if (otherTypes.test(type) || findText(item, 'wp:status') === 'trash') return false;
  return type === 'post' || type === 'page' || readContent(item).trim() !== '';
}

/** An item's fields, named as in `post-schema.ts`. */
export function readWxrFields(
  item: XmlElement,
  { authors, images, site }: WxrContext,
): Record<string, unknown> {
  const creator = findText(item, 'dc:creator') ?? findText(item, 'wp:author');
  const status = findText(item, 'wp:status');
  const isHeld = held.test(status ?? '') || findText(item, 'wp:post_password') !== null;
  return keepStated({
    layout: getItemType(item) === 'page' ? 'page' : null,
    title: readHtmlLine(findText(item, 'title') ?? ''),
    date: readDate(item),
    updated: readPostDate(findText(item, 'wp:post_modified'), findText(item, 'wp:post_modified_gmt')),
    slug: decodePercent(findText(item, 'wp:post_name') ?? '').replace(/\.html?$/i, ''),
    link: findLink(item, site),
    guid: findText(item, 'guid'),
    ...readTerms(item),
    status,
    draft: isHeld ? 'true' : null,
    digest: findText(item, 'excerpt:encoded'),
    author: creator === null ? null : (authors.get(creator) ?? creator),
    image: images.get(readMeta(item, '_thumbnail_id') ?? ''),
  });
}

/** The content of an item as HTML. */
export function readWxrBody(item: XmlElement): string {
  return readPostContent(readContent(item));
}

/**
 * CDATA in CDATA ends at the first `]]>` for a parser; what was meant ends at the last one before the end tag.
 * Markup that nobody escaped is taken as it stands.
 */
function readContent(item: XmlElement): string {
  const [content] = findAll(item, 'content:encoded');
  if (!content) return '';
  const cdata = /^\s*<!\[CDATA\[([\s\S]*)\]\]>\s*$/.exec(content.inner)?.[1];
  if (cdata !== undefined) return cdata.replaceAll(']]]]><![CDATA[>', ']]>').replaceAll(']]><![CDATA[', '');
  return content.children.length > 0 && !content.inner.includes('<![CDATA[') ? content.inner : content.text;
}

/** Programs that are not WordPress write paths. */
function findLink(item: XmlElement, site: string): string | null {
  const link = findText(item, 'link');
  return link?.startsWith('/') && site ? (URL.parse(link, site)?.href ?? link) : link;
}

/** `pubDate` of a draft is `Mon, 30 Nov -0001`. */
function readDate(item: XmlElement): string | null {
  const date = readPostDate(findText(item, 'wp:post_date'), findText(item, 'wp:post_date_gmt'));
  const published = findText(item, 'pubdate');
  return date ?? (published?.includes('-0001') ? null : published);
}

/** The first category is the post's; its short name is the one in addresses. */
function readTerms(item: XmlElement): Record<string, unknown> {
  const terms = findAll(item, 'category').map(({ attributes, text }) => ({
    domain: attributes['domain'] ?? 'category',
    name: readHtmlLine(text),
    slug: decodePercent(attributes['nicename'] ?? ''),
  }));
  const named = terms.filter(({ name }) => name !== '');
  const [first, ...others] = named.filter(({ domain }) => domain === 'category');
  const tags = named
    .filter(({ domain }) => domain === 'post_tag' || domain === 'tag')
    .map(({ name }) => name);
  return {
    ...(first
      ? { category: [first.slug || first.name, ...others.map(({ name }) => name)], category_name: first.name }
      : {}),
    tag: [...new Set(tags)],
  };
}

function readMeta(item: XmlElement, key: string): string | null {
  const meta = findAll(item, 'wp:postmeta').find((entry) => findText(entry, 'wp:meta_key') === key);
  return meta ? findText(meta, 'wp:meta_value') : null;
}

/** WordPress keeps the names of posts in other scripts with percent signs. */
function decodePercent(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
