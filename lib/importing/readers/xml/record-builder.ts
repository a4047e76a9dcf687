import { findPrefix } from './namespaces';
import type { XmlElement } from './xml-element';

/** `item` is a post, `meta` says something about the whole file; `channel` is the tag around them. */
export interface XmlRecord {
  kind: 'item' | 'meta' | 'channel';
  element: XmlElement;
}

interface OpenElement {
  /** As the file calls it, which is what its end tag is called. */
  tag: string;
  element: XmlElement;
  prefixes: ReadonlyMap<string, string>;
  /** Where its content begins in the file. */
  contentStart: number;
  record: 'item' | 'meta' | 'part' | 'frame';
}

const itemNames = new Set(['item', 'entry', 'atom:item', 'atom:entry']);
const frameNames = new Set(['channel', 'feed', 'atom:feed']);
/** Deeper elements give their text and nothing else. */
const maxPartDepth = 4;
/** Elements beyond these many in one record are markup, and no part of it. */
const maxParts = 20_000;
const maxFrameDepth = 20;
const maxPrefixes = 100;
/** The parser's time grows with the depth, in the square; nothing that a person made comes near. */
const maxDepth = 1000;

/** Puts the events of a parser together to records. */
export class RecordBuilder {
  private readonly stack: OpenElement[] = [];
  /** Elements that are open below the depth at which they are kept. */
  private skipped: string[] = [];
  /** Place of the current record in the stack, -1 outside of records. */
  private recordAt = -1;
  private parts = 0;
  private line = 1;
  private lineEnd: number;
  private depth = 0;

  constructor(
    private readonly source: string,
    private readonly emit: (record: XmlRecord) => void,
  ) {
    this.lineEnd = source.indexOf('\n');
  }

  get isTooDeep(): boolean {
    return this.depth > maxDepth;
  }

  open(tag: string, attributes: Record<string, string>, start: number, contentStart: number): void {
    this.depth += 1;
    this.closeForgotten(tag, start);
    const parent = this.stack.at(-1);
    const prefixes = readPrefixes(attributes, parent?.prefixes ?? new Map<string, string>());
    const name = buildName(tag, prefixes);
    const record = this.judge(name, parent);
    if (record === 'text') return void this.skipped.push(tag);
    const element: XmlElement = {
      name,
      attributes: readAttributes(attributes),
      children: [],
      text: '',
      inner: '',
      line: this.countLines(start),
      base: resolveBase(attributes['xml:base'], parent?.element.base ?? ''),
    };
    if (record === 'part') parent?.element.children.push(element);
    if (record === 'item' || record === 'meta') this.recordAt = this.stack.length;
    this.parts = record === 'part' ? this.parts + 1 : 0;
    if (record === 'frame' && frameNames.has(name)) this.emit({ kind: 'channel', element });
    this.stack.push({ tag, element, prefixes, contentStart, record });
  }

  addText(data: string): void {
    if (this.recordAt < 0) return;
    for (let index = this.recordAt; index < this.stack.length; index += 1) {
      const open = this.stack[index];
      if (open && open.record !== 'item') open.element.text += data;
    }
  }

  close(tag: string, at: number): void {
    this.depth -= 1;
    if (this.skipped.length > 0) {
      if (this.skipped.at(-1) === tag) this.skipped.pop();
    } else if (this.stack.at(-1)?.tag === tag) this.finishTop(at);
  }

  /** The end of the file ends whatever is still open. */
  end(): void {
    this.finishDownTo(0, this.source.length);
  }

  /** An item inside of an item of the same name means that the end of the first was forgotten. */
  private closeForgotten(tag: string, at: number): void {
    const record = this.stack[this.recordAt];
    if (record?.record !== 'item' || record.tag !== tag) return;
    this.skipped = [];
    this.finishDownTo(this.recordAt, at);
  }

  private finishDownTo(height: number, at: number): void {
    while (this.stack.length > height) this.finishTop(at);
  }

  private finishTop(at: number): void {
    const top = this.stack.pop();
    if (!top) return;
    const { element, record, contentStart } = top;
    if (record === 'part' || record === 'meta')
      element.inner = this.source.slice(contentStart, Math.max(contentStart, at));
    if (record !== 'item' && record !== 'meta') return;
    this.recordAt = -1;
    this.emit({ kind: record, element });
  }

  private judge(name: string, parent: OpenElement | undefined): OpenElement['record'] | 'text' {
    if (this.skipped.length > 0) return 'text';
    if (this.recordAt >= 0)
      return this.stack.length - this.recordAt > maxPartDepth || this.parts >= maxParts ? 'text' : 'part';
    if (itemNames.has(name)) return 'item';
    const isMeta = parent && frameNames.has(parent.element.name) && !frameNames.has(name) && name !== 'items';
    if (isMeta) return 'meta';
    return this.stack.length > maxFrameDepth ? 'text' : 'frame';
  }

  /** `lineEnd` is the next line break that is not counted yet: a file of one long line is searched only once. */
  private countLines(at: number): number {
    while (this.lineEnd >= 0 && this.lineEnd < at) {
      this.line += 1;
      this.lineEnd = this.source.indexOf('\n', this.lineEnd + 1);
    }
    return this.line;
  }
}

function readPrefixes(
  attributes: Record<string, string>,
  inherited: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const stated = Object.entries(attributes).filter(([key]) => /^xmlns(?::|$)/i.test(key));
  if (stated.length === 0 || inherited.size > maxPrefixes) return inherited;
  const prefixes = new Map(inherited);
  for (const [key, namespace] of stated.slice(0, maxPrefixes)) {
    const prefix = key.slice('xmlns:'.length).toLowerCase();
    prefixes.set(prefix, findPrefix(namespace) ?? prefix);
  }
  return prefixes;
}

function buildName(tag: string, prefixes: ReadonlyMap<string, string>): string {
  const [first = '', second] = tag.toLowerCase().split(':', 2);
  const prefix = prefixes.get(second === undefined ? '' : first) ?? (second === undefined ? '' : first);
  const local = second ?? first;
  return prefix ? `${prefix}:${local}` : local;
}

/** Keys in lower case; of two that differ in case only, the first counts. */
function readAttributes(attributes: Record<string, string>): Record<string, string> {
  const entries = Object.entries(attributes).map(
    ([key, value]) => [key.toLowerCase(), value.trim()] as const,
  );
  return Object.fromEntries(entries.reverse());
}

function resolveBase(stated: string | undefined, parent: string): string {
  if (!stated) return parent;
  return URL.parse(stated.trim(), parent || undefined)?.href ?? parent;
}
