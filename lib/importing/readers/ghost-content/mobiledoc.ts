import { escapeHtml, renderCard } from './cards';
import { getList, isNode, type JsonNode, parseNode } from './json-node';

const textTags = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'aside', 'ul', 'ol']);
const markTags = new Set(['a', 'b', 'strong', 'i', 'em', 'u', 's', 'sub', 'sup', 'code', 'del']);

/** A post of Ghost 1 to 4 (mobiledoc 0.3) as HTML; empty when the text is no such document. */
export function renderMobiledoc(source: string): string {
  const document = parseNode(source);
  const sections = getList(document?.['sections']).map(getList);
  return document ? sections.map((section) => renderSection(document, section)).join('\n') : '';
}

/** Kinds of sections: 1 text, 2 picture, 3 list, 10 card. */
function renderSection(document: JsonNode, [kind, value, parts]: readonly unknown[]): string {
  if (kind === 2) return typeof value === 'string' ? `<img src="${escapeHtml(value)}">` : '';
  if (kind === 10) return renderNumberedCard(getList(document['cards'])[Number(value)]);
  const tag = typeof value === 'string' && textTags.has(value) ? value : 'p';
  if (kind === 1) return `<${tag}>${renderMarkers(document, getList(parts))}</${tag}>`;
  if (kind !== 3) return '';
  const items = getList(parts).map((markers) => `<li>${renderMarkers(document, getList(markers))}</li>`);
  return `<${tag}>${items.join('')}</${tag}>`;
}

function renderNumberedCard(card: unknown): string {
  const [name, payload] = getList(card);
  return typeof name === 'string' && isNode(payload) ? renderCard(name, payload) : '';
}

/** A marker: kind (0 text, 1 atom), numbers of the marks that open, how many close after it, text. */
function renderMarkers(document: JsonNode, markers: readonly unknown[]): string {
  const open: string[] = [];
  const html = markers.map(getList).map(([kind, opened, closed, value]) => {
    const starts = getList(opened).map((number) =>
      startMark(getList(document['markups'])[Number(number)], open),
    );
    const text = kind === 1 ? getList(getList(document['atoms'])[Number(value)])[1] : value;
    const inner = typeof text === 'string' && text !== '' ? escapeHtml(text) : kind === 1 ? '<br>' : '';
    const ends = open.splice(Math.max(0, open.length - Number(closed))).reverse(); // prettier-ignore
    return starts.join('') + inner + ends.map(endMark).join('');
  });
  return html.join('') + open.reverse().map(endMark).join('');
}

function startMark(markup: unknown, open: string[]): string {
  const [stated, attributes] = getList(markup);
  const tag = typeof stated === 'string' && markTags.has(stated) ? stated : '';
  open.push(tag);
  const [key, address] = getList(attributes);
  const href =
    tag === 'a' && key === 'href' && typeof address === 'string' ? ` href="${escapeHtml(address)}"` : '';
  return tag && `<${tag}${href}>`;
}

function endMark(tag: string): string {
  return tag && `</${tag}>`;
}
