import { escapeHtml, renderCard } from './cards';
import { getList, getText, isNode, type JsonNode, parseNode } from './json-node';

const maxDepth = 40;
/** Bits of a text's format. */
const formats: readonly [number, string][] = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [8, 'u'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
];

/** A post of Ghost 5 and later (Lexical) as HTML; empty when the text is no such document. */
export function renderLexical(source: string): string {
  const root = parseNode(source)?.['root'];
  return isNode(root) ? renderChildren(root, 0, '\n') : '';
}

function renderChildren(node: JsonNode, depth: number, between = ''): string {
  if (depth > maxDepth) return '';
  const children = getList(node['children']).filter(isNode);
  return children.map((child) => renderNode(child, depth + 1)).join(between);
}

function renderNode(node: JsonNode, depth: number): string {
  const type = getText(node, 'type').replace(/^extended-/, '');
  const wrap = (tag: string) => `<${tag}>${renderChildren(node, depth)}</${tag}>`;
  switch (type) {
    case 'text':
      return renderText(node);
    case 'linebreak':
      return '<br>';
    case 'paragraph':
      return wrap('p');
    case 'heading':
      return wrap(/^h[1-6]$/.test(getText(node, 'tag')) ? getText(node, 'tag') : 'h2');
    case 'quote':
    case 'aside':
      return wrap('blockquote');
    case 'list':
      return wrap(getText(node, 'tag', 'listType') === 'ol' || node['listType'] === 'number' ? 'ol' : 'ul');
    case 'listitem':
      return wrap('li');
    case 'link':
    case 'autolink':
    case 'at-link':
      return `<a href="${escapeHtml(getText(node, 'url'))}">${renderChildren(node, depth)}</a>`;
    default:
      return node['children'] === undefined ? renderCard(type, node) : renderChildren(node, depth);
  }
}

function renderText(node: JsonNode): string {
  const bits = Number(node['format']);
  const tags = formats.filter(([bit]) => Math.floor(bits / bit) % 2 === 1).map(([, tag]) => tag);
  return tags.reduceRight((html, tag) => `<${tag}>${html}</${tag}>`, escapeHtml(getText(node, 'text')));
}
