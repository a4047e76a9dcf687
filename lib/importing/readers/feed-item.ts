import { keepStated } from './keep-stated';
import type { BodyFormat } from './raw-post';
import { readHtmlLine } from './xml/html-line';
import { findAll, findFilled, findText, listTexts, readHtml, type XmlElement } from './xml/xml-element';

/** An item's fields, named as in `post-schema.ts`, and its body. */
export interface FeedItem {
  fields: Record<string, unknown>;
  body: string;
  bodyFormat: BodyFormat;
}

const fullNames = ['content:encoded', 'encoded', 'atom:content', 'content', 'xhtml:body', 'body', 'fullitem'];
const shortNames = [
  'description',
  'atom:summary',
  'summary',
  'abstract',
  'dc:description',
  'media:description',
  'itunes:summary',
];
const markup = /<\/?(?:p|br|a|b|i|em|div|img|span|strong|ul|ol|li|h[1-6]|blockquote)\b[^<>]*>/i;
const publishedNames = [
  'pubdate',
  'atom:published',
  'published',
  'atom:issued',
  'issued',
  'dc:date',
  'dcterms:issued',
  'dcterms:created',
  'atom:created',
  'created',
];
const updatedNames = ['atom:updated', 'updated', 'atom:modified', 'modified', 'dcterms:modified', 'lastmod'];

/**
 * Fields of an item of RSS (0.9x, 1.0, 2.0) or an entry of Atom (0.3, 1.0), dates as they stand there. Categories are
 * tags: what a feed calls a category is not one of the portal's. The summary is the digest only beside a full text.
 */
export function readFeedItem(item: XmlElement, feedLink: string): FeedItem {
  const base = item.base || feedLink;
  const full = findFilled(item, ...fullNames);
  const short = findFilled(item, ...shortNames);
  const content = readContent(full ?? short);
  const updated = findText(item, ...updatedNames);
  const fields = {
    title: readTitle(item),
    date: findText(item, ...publishedNames) ?? updated,
    updated,
    link: resolve(findLink(item), base),
    guid: findText(item, 'guid', 'atom:id', 'id', 'dc:identifier') ?? item.attributes['rdf:about'],
    tag: listTags(item),
    author: readAuthor(item),
    digest: full && short ? readContent(short).body : null,
    image: resolve(findImage(item), base),
    language: item.attributes['xml:lang'],
    ...(isDraft(item) ? { draft: 'true', status: 'draft' } : {}),
  };
  return { fields: keepStated(fields), ...content };
}

/** An Atom text that states no type and one of RSS may hold markup all the same. */
function readTitle(item: XmlElement): string | null {
  const title = findFilled(item, 'title', 'atom:title', 'dc:title', 'media:title', 'itunes:title');
  if (!title) return null;
  const { type = '', mode } = title.attributes;
  const isPlain =
    /^(?:text|text\/plain)$/.test(type) || (/^(?:application\/)?xhtml/.test(type) && mode !== 'escaped');
  if (title.children.length > 0) return readHtmlLine(readHtml(title));
  const text = (isBase64(title) && decodeBase64(title.text)) || title.text;
  return isPlain ? text.replace(/\s+/gu, ' ').trim() : readHtmlLine(text);
}

function readContent(content: XmlElement | undefined): Pick<FeedItem, 'body' | 'bodyFormat'> {
  if (!content) return { body: '', bodyFormat: 'html' };
  const { type = '' } = content.attributes;
  const isAtom = content.name.startsWith('atom:');
  if (isBase64(content)) return readTyped(decodeBase64(content.text), type);
  const isPlain = /^(?:text|text\/(?:plain|markdown))$/i.test(type) || (isAtom && type === '');
  if (isPlain && content.children.length === 0 && (type !== '' || !markup.test(content.text)))
    return { body: content.text, bodyFormat: 'text' };
  return { body: readHtml(content), bodyFormat: 'html' };
}

/** RFC 4287, section 4.1.3.3: content of another media type than text stands there in base64. */
function isBase64({ name, attributes: { type = '', mode } }: XmlElement): boolean {
  if (mode === 'base64') return true;
  return (
    name.startsWith('atom:') && type.includes('/') && !/^text\/|[+/]xml$/i.test(type) && mode === undefined
  );
}

function readTyped(body: string, type: string): Pick<FeedItem, 'body' | 'bodyFormat'> {
  return { body, bodyFormat: /html|^application\/octet-stream$|^$/i.test(type) ? 'html' : 'text' };
}

/** Empty when it is no text. */
function decodeBase64(text: string): string {
  const decoded = Buffer.from(text.replace(/\s+/g, ''), 'base64').toString('utf8');
  return /[\u0000-\u0008\ufffd]/.test(decoded) ? '' : decoded;
}

function findLink(item: XmlElement): string | null {
  const links = findAll(item, 'link', 'atom:link', 'a');
  const plain = findText(item, 'link');
  if (plain) return plain;
  const pages = links.filter(({ attributes }) => /^(?:alternate)?$/i.test(attributes['rel'] ?? ''));
  const page = pages.find(({ attributes }) => /html/.test(attributes['type'] ?? 'html')) ?? pages[0];
  const stated = page?.attributes['href'] ?? item.attributes['href'] ?? item.attributes['rdf:about'];
  return stated ?? findPermalink(item) ?? findText(item, 'atom:link');
}

/** RSS 2.0: a guid is an address unless it says that it is none. */
function findPermalink(item: XmlElement): string | null {
  const guid = findFilled(item, 'guid');
  const isAddress = guid && !/^false$/i.test(guid.attributes['ispermalink'] ?? '');
  const address = isAddress ? guid.text.trim() : '';
  return /^https?:\/\/\S+$/i.test(address) ? address : null;
}

function listTags(item: XmlElement): string[] {
  const terms = findAll(item, 'atom:category', 'category')
    .filter(({ attributes }) => !(attributes['scheme'] ?? '').endsWith('#kind'))
    .map(({ attributes, text }) => attributes['label'] ?? attributes['term'] ?? text);
  const tags = [...terms, ...listTexts(item, 'dc:subject')].map(readHtmlLine).filter(Boolean);
  return [...new Set(tags)];
}

/** `mail@example.org (Name)` and `Name <mail@example.org>` are the name. */
function readAuthor(item: XmlElement): string | null {
  const person = findFilled(
    item,
    'dc:creator',
    'dc:author',
    'atom:author',
    'author',
    'itunes:author',
    'managingeditor',
  );
  if (!person) return null;
  const stated = (findText(person, 'atom:name', 'name') ?? person.text).trim().slice(0, 500);
  const inBrackets = /^\S+@\S+\s*\((.+)\)$/.exec(stated)?.[1];
  return readHtmlLine((inBrackets ?? stated).replace(/\s*[<(]\S+@\S+[>)]\s*$/, ''));
}

function findImage(item: XmlElement): string | null {
  const media = [item, ...findAll(item, 'media:group')].flatMap((element) =>
    findAll(element, 'media:content', 'media:thumbnail', 'enclosure', 'atom:link', 'link', 'itunes:image'),
  );
  const image = media.find(isImage);
  return image?.attributes['url'] ?? image?.attributes['href'] ?? null;
}

function isImage({ name, attributes }: XmlElement): boolean {
  if (name === 'media:thumbnail' || name === 'itunes:image') return true;
  if (name.endsWith('link') && attributes['rel'] !== 'enclosure') return false;
  return attributes['medium'] === 'image' || /^image\//i.test(attributes['type'] ?? '');
}

function isDraft(item: XmlElement): boolean {
  const control = findAll(item, 'app:control').some((element) => findText(element, 'app:draft') === 'yes');
  return control || /^(?:draft|scheduled|soft_trashed)$/i.test(findText(item, 'blogger:status') ?? '');
}

/** Whole addresses stay as they are written: they are names of posts, too. */
function resolve(address: string | null, base: string): string | null {
  if (!address || !base || /^[a-z][a-z0-9+.-]{1,20}:/i.test(address)) return address;
  return URL.parse(address, base)?.href ?? address;
}
