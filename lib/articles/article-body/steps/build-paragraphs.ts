import { type ChildNode, type Document, type Element, isTag } from 'domhandler';
import {
  editTree,
  hasClass,
  holdsBlock,
  isBlank,
  isBlock,
  setChildren,
  unwrapElements,
  wrapNodes,
} from '../dom';
import { isAllowedTag } from './sanitise';

const boxes = 'div section article main header footer aside nav address form fieldset hgroup search dialog';
const containers = new Set(`${boxes} legend center p h1 h2 h3 h4 h5 h6`.split(' '));

const anchors = new Set(['a', 'span']);

/**
 * Brings a body into the shape of a text: blocks hold blocks or a run of text, and every run of text stands in a
 * paragraph. Boxes that only held blocks go; a box of text becomes a paragraph.
 */
export function buildParagraphs(root: Document): void {
  editTree(root, (node) => (isTag(node) ? shapeElement(node) : null));
  setChildren(root, wrapLooseText(root.children));
}

function shapeElement(element: Element): ChildNode[] | null {
  if (!isBlock(element)) return splitInline(element);
  if (element.name === 'blockquote') setChildren(element, wrapLooseText(element.children));
  else if (!containers.has(element.name)) return isAllowedTag(element.name) ? null : element.children;
  else if (!isTableFrame(element)) return shapeContainer(element);
  return null;
}

function isTableFrame(element: Element): boolean {
  return element.name === 'div' && hasClass(element, 'table-scroll');
}

function shapeContainer(element: Element): ChildNode[] | null {
  if (element.children.some(isBlock)) return wrapLooseText(element.children);
  if (element.name === 'center') element.attribs.style = 'text-align:center';
  if (!/^(?:p|h[1-6])$/u.test(element.name)) element.name = 'p';
  return null;
}

/** `<b><p>…</p></b>`: the block wins; of a link the blocks inside go, so that it stays a link. */
function splitInline(element: Element): ChildNode[] | null {
  if (!element.children.some(holdsBlock)) return null;
  if (element.name !== 'a') return element.children;
  unwrapElements(element, isBlock);
  return null;
}

/** Blocks as they are, every run of text between them in a paragraph. */
export function wrapLooseText(nodes: ChildNode[]): ChildNode[] {
  const blocks: ChildNode[] = [];
  let run: ChildNode[] = [];
  for (const node of [...nodes, null]) {
    if (node && !isBlock(node)) {
      run.push(node);
      continue;
    }
    if (run.some((part) => !isBlank(part))) blocks.push(wrapNodes(run, 'p'));
    else blocks.push(...listTargets(run));
    if (node) blocks.push(node);
    run = [];
  }
  return blocks;
}

/** Of nodes that show nothing: anchors, which may be what a link leads to. */
export function listTargets(nodes: readonly ChildNode[]): ChildNode[] {
  const targets = nodes.filter(isTag).filter(({ name, attribs }) => anchors.has(name) && Boolean(attribs.id ?? attribs.name)); // prettier-ignore
  for (const target of targets) setChildren(target, []);
  return targets;
}
