import { rejectEntry, rejectFile } from './many-posts';
import type { FormatReader, RawEntry } from './raw-post';
import { getItemType, isWxrPost, readWxrBody, readWxrFields, type WxrContext } from './wxr-item';
import { readRecords } from './xml/read-records';
import { findRootTag } from './xml/root-tag';
import { findText, type XmlElement } from './xml/xml-element';

const searched = 65_536;
const siteNames = /^(?:link|wp:base_(?:site|blog)_url)$/;
const marks = /https?:\/\/wordpress\.org\/export\/|<wp:(?:wxr_version|post_type|post_id|status)>/;

/** WordPress's export format (WXR 1.0 to 1.2), as other programs write it too; not well-formed files as well. */
export const wxrReader: FormatReader = { format: 'wxr', recognise, read };

function recognise(text: string): boolean {
  const root = findRootTag(text);
  return root !== null && /^<(?:rss|channel)(?=[\s/>])/i.test(root) && marks.test(text.slice(0, searched));
}

function* read(text: string, path: string): Generator<RawEntry> {
  const authors = new Map<string, string>();
  const context: WxrContext = { authors, images: listImages(text), site: '' };
  let count = 0;
  let otherType: string | undefined;
  for (const { kind, element } of readRecords(text)) {
    if (kind === 'meta' && element.name === 'wp:author') addAuthor(authors, element);
    if (kind === 'meta' && siteNames.test(element.name)) context.site ||= element.text.trim();
    if (kind !== 'item') continue;
    if (isWxrPost(element)) {
      count += 1;
      yield buildEntry(element, `${path}#${count}`, context);
    } else otherType ??= getItemType(element);
  }
  if (count === 0) yield rejectFile(path, otherType);
}

function buildEntry(item: XmlElement, path: string, context: WxrContext): RawEntry {
  const fields = readWxrFields(item, context);
  const body = readWxrBody(item);
  const { line } = item;
  if (!body && !('title' in fields) && !('digest' in fields)) return rejectEntry({ path, line });
  return { kind: 'post', post: { path, fields, body, bodyFormat: 'html', line, notes: [] } };
}

function addAuthor(authors: Map<string, string>, author: XmlElement): void {
  const login = findText(author, 'wp:author_login');
  const name = findText(author, 'wp:author_display_name');
  if (login && name && !authors.has(login)) authors.set(login, name);
}

/** A post names its picture by number, and the picture may stand behind it. */
function listImages(text: string): Map<string, string> {
  const images = new Map<string, string>();
  if (!text.includes('_thumbnail_id')) return images;
  for (const { kind, element } of readRecords(text)) {
    if (kind !== 'item' || getItemType(element) !== 'attachment') continue;
    const id = findText(element, 'wp:post_id');
    const address = findText(element, 'wp:attachment_url');
    if (id && address) images.set(id, address);
  }
  return images;
}
