import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { readPageFields } from './html-page-fields';
import { findMarkedBody, isCostly, sliceBody, sliceHead, withoutTitle } from './html-page-body';
import type { FormatReader, RawEntry } from './raw-post';

/** A whole web page: its article, without the navigation around it. A piece of HTML without a head is text. */
export const htmlPageReader: FormatReader = { format: 'html', recognise, read };

function recognise(text: string): boolean {
  const start = text.slice(0, 4000).replace(/<!--[\s\S]*?-->|<\?xml[^>]*>/g, '').trimStart(); // prettier-ignore
  return (
    /^<(?:!doctype\s+html|html|head)\b/i.test(start) ||
    (/^<(?:meta|title|link|base)\b/i.test(start) && /<title\b/i.test(start))
  );
}

function* read(text: string, path: string): Generator<RawEntry> {
  const costly = isCostly(text);
  const { document } = parseHTML(costly ? sliceHead(text) : text);
  const { title, ...fields } = readPageFields(document, costly ? sliceBody(text).slice(0, 3000) : undefined);
  const body = costly ? sliceBody(text) : findBody(document, text);
  const cleaned = withoutTitle(body, title);
  const post = { path, fields: { ...fields, title }, body: cleaned, bodyFormat: 'html' as const, line: 1 };
  yield { kind: 'post', post: { ...post, notes: [] } };
}

/** The body as an export marks it, else what readability finds, else everything. */
function findBody(document: Document, text: string): string {
  return findMarkedBody(document) ?? findArticle(text) ?? sliceBody(text);
}

/** Readability changes the document that it reads, so it gets one of its own. */
function findArticle(text: string): string | undefined {
  try {
    const { document } = parseHTML(text);
    const options = { charThreshold: 60, disableJSONLD: true };
    const content = new Readability(document, options).parse()?.content;
    return content && /[\p{L}\p{N}]/u.test(content.replace(/<[^>]*>/g, '')) ? content : undefined;
  } catch {
    return undefined;
  }
}
