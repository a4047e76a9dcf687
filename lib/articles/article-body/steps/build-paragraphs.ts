import { type ChildNode, type Document, type Element, isTag, type ParentNode } from 'domhandler';
import { removeElement } from 'domutils';
import { hasClass, holdsBlock, isBlank, isBlock, listElements, unwrap, wrapNodes } from '../dom';
import { isAllowedTag } from './sanitise';

const boxes = 'div section article main header footer aside nav address form fieldset hgroup search dialog';
const containers = new Set(`${boxes} legend center p h1 h2 h3 h4 h5 h6`.split(' '));

/**
 * Brings a body into the shape of a text: blocks hold blocks or a run of text, and every run of text stands in a
 * paragraph. Boxes that only held blocks go; a box of text becomes a paragraph.
 */
export function buildParagraphs(root: Document): void {
  for (const element of listElements(root).reverse()) {
    if (!isTag(element) || !element.parent) continue;
    if (!isBlock(element)) splitInline(element);
    else if (element.name === 'blockquote') wrapLooseText(element);
    else if (!containers.has(element.name)) unwrapUnknownBlock(element);
    else if (!isTableFrame(element)) shapeContainer(element);
  }
  wrapLooseText(root);
}

function unwrapUnknownBlock(element: Element): void {
  if (!isAllowedTag(element.name)) unwrap(element);
}

const anchors = new Set(['a', 'span']);

function isTableFrame(element: Element): boolean {
  return element.name === 'div' && hasClass(element, 'table-scroll');
}

function shapeContainer(element: Element): void {
  if (element.children.some(isBlock)) {
    wrapLooseText(element);
    unwrap(element);
  } else if (!/^(?:p|center|h[1-6])$/u.test(element.name)) {
    element.name = 'p';
  } else if (element.name === 'center') {
    element.name = 'p';
    element.attribs.style = 'text-align:center';
  }
}

/** `<b><p>…</p></b>`: the block wins; of a link the blocks inside go, so that it stays a link. */
function splitInline(element: Element): void {
  if (!element.children.some(holdsBlock)) return;
  if (element.name !== 'a') unwrap(element);
  else for (const inner of listElements(element).filter(isBlock).reverse()) unwrap(inner);
}

function wrapLooseText(parent: ParentNode): void {
  let run: ChildNode[] = [];
  for (const node of [...parent.children, null]) {
    if (node && !isBlock(node)) {
      run.push(node);
      continue;
    }
    if (run.every(isBlank)) run.forEach(dropBlank);
    else wrapNodes(run, 'p');
    run = [];
  }
}

/** An empty anchor may be the target of a link. */
function dropBlank(node: ChildNode): void {
  if (!(isTag(node) && anchors.has(node.name) && (node.attribs.id ?? node.attribs.name))) removeElement(node);
}
