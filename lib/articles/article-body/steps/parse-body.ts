import { type Document, DomHandler } from 'domhandler';
import { Parser } from 'htmlparser2';

/** Deeper than any post that a person wrote, and shallow enough for recursive walks. */
export const MAX_DEPTH = 128;

/** The parser's own list of open elements costs its length for every new one: it starts anew above this. */
const RESTART_DEPTH = 512;
const CHUNK_LENGTH = 8192;

/**
 * Reads HTML into a tree. Elements below `MAX_DEPTH` are left out while their text stays, so a body of nothing but
 * nested tags costs no more than its length.
 * @returns the tree and how many elements were left out.
 */
export function parseBody(html: string): { root: Document; flattened: number } {
  const handler = new ShallowDomHandler();
  let parser = startParser(handler);
  for (let start = 0; start < html.length;) {
    const end = findChunkEnd(html, start);
    parser.write(html.slice(start, end));
    start = end;
    if (handler.depth <= RESTART_DEPTH) continue;
    parser.end();
    parser = startParser(handler);
  }
  parser.end();
  return { root: handler.root, flattened: handler.flattened };
}

function startParser(handler: DomHandler): Parser {
  return new Parser(handler, { decodeEntities: true });
}

/** Before a tag, so that a new start never cuts one in two. */
function findChunkEnd(html: string, start: number): number {
  if (start + CHUNK_LENGTH >= html.length) return html.length;
  const tagStart = html.lastIndexOf('<', start + CHUNK_LENGTH);
  return tagStart > start ? tagStart : start + CHUNK_LENGTH;
}

class ShallowDomHandler extends DomHandler {
  flattened = 0;
  /** Open elements that were left out; the parser closes them before any that stands in the tree. */
  private skipped = 0;

  get depth(): number {
    return this.tagStack.length + this.skipped;
  }

  override onopentag(name: string, attribs: Record<string, string>): void {
    for (const key in attribs) attribs[key] = dropUnwanted(attribs[key] ?? '');
    if (this.tagStack.length <= MAX_DEPTH) return super.onopentag(name, attribs);
    this.skipped += 1;
    this.flattened += 1;
  }

  override ontext(data: string): void {
    super.ontext(dropUnwanted(data));
  }

  override onclosetag(): void {
    if (this.skipped === 0) return super.onclosetag();
    this.skipped -= 1;
  }
}

/** What `normaliseText` takes out of a source may still be written in it as `&#xFFFF;`. */
function dropUnwanted(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\p{Noncharacter_Code_Point}]/gu, '');
}
