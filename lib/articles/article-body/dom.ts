import render from 'dom-serializer';
import { type AnyNode, type ChildNode, type Document, Element, isTag, isText, type ParentNode } from 'domhandler';
import { appendChild, prepend, removeElement, textContent } from 'domutils';

const blockTags = new Set(
  (
    'address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol optgroup p pre ' +
    'section summary table tbody td tfoot th thead title tr ul'
  ).split(' '),
);

/** Whether a tag name stands for a block: something that starts on a line of its own. */
export function isBlockTag(name: string): boolean {
  return blockTags.has(name);
}

export function isBlock(node: AnyNode): boolean {
  return isTag(node) && isBlockTag(node.name);
}

/**
 * Every element below `root` in document order, as a list: steps may change the tree while they go through it.
 * Recursion is safe, because `parseBody` limits the depth.
 */
export function listElements(root: ParentNode, found: Element[] = []): Element[] {
  for (const child of root.children) {
    if (!isTag(child)) continue;
    found.push(child);
    listElements(child, found);
  }
  return found;
}

/** The innermost blocks in document order: those that hold no other block. */
export function listLeafBlocks(root: ParentNode): Element[] {
  return listElements(root).filter((element) => isBlock(element) && !element.children.some(holdsBlock));
}

/** Whether a node is a block or has one below it. */
export function holdsBlock(node: AnyNode): boolean {
  return isTag(node) && (isBlockTag(node.name) || node.children.some(holdsBlock));
}

/** Puts the children of an element in its place. */
export function unwrap(element: Element): void {
  for (const child of [...element.children]) prepend(element, child);
  removeElement(element);
}

/** Wraps a run of neighbours in a new element that takes the place of the first. */
export function wrapNodes(
  nodes: ChildNode[],
  name: string,
  attribs: Record<string, string> = {},
): Element | null {
  const [first] = nodes;
  if (!first) return null;
  const wrapper = new Element(name, attribs);
  prepend(first, wrapper);
  for (const node of nodes) appendChild(wrapper, node);
  return wrapper;
}

/** The text of a node with white space folded, as a person would read it. */
export function readText(node: AnyNode): string {
  return textContent(node).replace(/\s+/gu, ' ').trim();
}

/** Whether nothing below the node can be seen: no text, no picture, no rule. */
export function isBlank(node: AnyNode): boolean {
  if (isText(node)) return node.data.trim() === '';
  if (!isTag(node)) return true;
  return !visibleTags.has(node.name) && node.children.every(isBlank);
}

const visibleTags = new Set(['img', 'hr', 'iframe', 'video', 'audio', 'embed', 'object', 'table']);

export function hasClass(element: Element, name: string): boolean {
  const value = element.attribs.class;
  return value !== undefined && (value === name || value.split(/\s+/u).includes(name));
}

export function hasAncestor(node: AnyNode, names: ReadonlySet<string>): boolean {
  for (let parent = node.parent; parent; parent = parent.parent) {
    if (isTag(parent) && names.has(parent.name)) return true;
  }
  return false;
}

/** HTML of the tree, entities only where HTML needs them. Not safe yet. */
export function serialiseBody(root: Document): string {
  return render(root.children, { encodeEntities: 'utf8', emptyAttrs: true });
}
