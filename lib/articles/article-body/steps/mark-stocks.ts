import { type ChildNode, type Document, type Element, isTag, isText } from 'domhandler';
import type { StockMention } from '@/lib/articles/stock-mention';
import { editTree, hasAncestor, hasClass, isBlank, listElements, readText, unwrapElements } from '../dom';

/** `106.NIO`, the form that `<data class="stock">` keeps. */
export const stockValue = /^(\d{1,4})\.([A-Za-z0-9_-]{1,20})$/u;

/** A chip leads to its page, and no link stands in a link. */
const chips: ReadonlySet<string> = new Set(['data']);

/**
 * The source's chips for shares and sectors, in both of its forms, become `<data class="stock" value="106.NIO">`.
 * The empty `quote_…` elements behind them go, `infokey` links to data pages become text, and so does a chip that
 * cuts a Latin word in two (`C|PPI|B`): it found its name by accident.
 * @returns what is mentioned, each once, in the order of the first mention.
 */
export function markStocks(root: Document): StockMention[] {
  editTree(root, dropFrame);
  const mentions = new Map<string, StockMention>();
  const accidents = new Set<Element>();
  for (const element of listElements(root)) {
    const value = readValue(element);
    if (value === null) continue;
    const name = readText(element);
    if (name === '' || hasAncestor(element, chips) || splitsWord(element, name)) accidents.add(element);
    else countMention(mentions, markChip(element, value), name);
  }
  if (accidents.size > 0) unwrapElements(root, (element) => accidents.has(element));
  return [...mentions.values()];
}

/** `<span id="stock_106.NIO">` around a link, the empty `<span id="quote_106.NIO">` behind it, `infokey` links. */
function dropFrame(node: ChildNode): ChildNode[] | null {
  if (!isTag(node)) return null;
  const id = node.attribs.id ?? '';
  if (/^(?:bk)?quote_/u.test(id) && isBlank(node)) return [];
  const isFrame = /^(?:stock|bk)_\d/u.test(id) && node.children.some(holdsChip);
  return isFrame || hasClass(node, 'infokey') || /^Info\.\d/u.test(id) ? node.children : null;
}

function holdsChip(node: ChildNode): boolean {
  return isTag(node) && readValue(node) !== null;
}

function readValue(element: Element): string | null {
  const { attribs, name } = element;
  if (name === 'data' && hasClass(element, 'stock'))
    return attribs.value !== undefined && stockValue.test(attribs.value) ? attribs.value : null;
  const value = findCode(element)?.replace(',', '.').replace(/\s/gu, '');
  return value !== undefined && stockValue.test(value) ? value : null;
}

function findCode(element: Element): string | undefined {
  if (hasClass(element, 'keytip') || hasClass(element, 'em_stock_key_common'))
    return element.attribs['data-code'];
  return /^(?:stock|bk)_(\d.*)$/u.exec(element.attribs.id ?? '')?.[1];
}

function splitsWord(element: Element, name: string): boolean {
  const before = element.prev && isText(element.prev) ? element.prev.data : '';
  const after = element.next && isText(element.next) ? element.next.data : '';
  return (
    (/[A-Za-z0-9]$/u.test(before) && /^[A-Za-z]/u.test(name)) ||
    (/[A-Za-z]$/u.test(name) && /^[A-Za-z]/u.test(after))
  );
}

function markChip(element: Element, value: string): string {
  element.name = 'data';
  element.attribs = { class: 'stock', value };
  return value;
}

function countMention(mentions: Map<string, StockMention>, value: string, name: string): void {
  const known = mentions.get(value);
  if (known) {
    known.count += 1;
    return;
  }
  const [market = '', code = ''] = value.split('.');
  const kind = market === '90' || /^BK\d/iu.test(code) ? 'sector' : 'stock';
  mentions.set(value, { market, code, name, kind, count: 1 });
}
