import { type AnyNode, type ChildNode, Element, isTag, isText, type ParentNode } from 'domhandler';
import { textContent } from 'domutils';

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

export function isNamed(node: AnyNode | null, name: string): node is Element {
  return node !== null && isTag(node) && node.name === name;
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

/** Gives a parent a new list of children, at the cost of its length. */
export function setChildren(parent: ParentNode, nodes: ChildNode[]): void {
  parent.children = nodes;
  for (const [index, node] of nodes.entries()) {
    node.parent = parent;
    node.prev = nodes[index - 1] ?? null;
    node.next = nodes[index + 1] ?? null;
  }
}

/**
 * Goes through everything below `parent`, innermost first. `edit` says what stands in a node's place, null for the
 * node itself. Lists are rebuilt once: taking nodes out one by one would cost the square of their number.
 */
export function editTree(parent: ParentNode, edit: (node: ChildNode) => ChildNode[] | null): void {
  const nodes: ChildNode[] = [];
  let isChanged = false;
  for (const child of parent.children) {
    if (isTag(child)) editTree(child, edit);
    const replacement = edit(child);
    isChanged ||= replacement !== null;
    for (const node of replacement ?? [child]) nodes.push(node);
  }
  if (isChanged) setChildren(parent, nodes);
}

/** Takes nodes out of the tree with all they hold. */
export function removeNodes(root: ParentNode, nodes: ReadonlySet<ChildNode>): void {
  if (nodes.size > 0) editTree(root, (node) => (nodes.has(node) ? [] : null));
}

/** Takes elements out of the tree and leaves what they hold. */
export function unwrapElements(root: ParentNode, shouldUnwrap: (element: Element) => boolean): void {
  editTree(root, (node) => (isTag(node) && shouldUnwrap(node) ? node.children : null));
}

/** A new element around a list of nodes. */
export function wrapNodes(nodes: ChildNode[], name: string, attribs: Record<string, string> = {}): Element {
  const wrapper = new Element(name, attribs);
  setChildren(wrapper, nodes);
  return wrapper;
}

/** Neighbours for which `getKey` says the same, together. */
export function groupRuns(nodes: readonly ChildNode[], getKey: (node: ChildNode) => unknown): ChildNode[][] {
  const runs: ChildNode[][] = [];
  let key: unknown;
  for (const node of nodes) {
    const last = runs.at(-1);
    const own = getKey(node);
    if (last && own === key) last.push(node);
    else runs.push([node]);
    key = own;
  }
  return runs;
}

/** What the nodes hold as one run of text, with a break between the blocks that had shown it on lines of their own. */
export function flattenBlocks(nodes: readonly ChildNode[], buildBreak: () => ChildNode): ChildNode[] {
  const flat: ChildNode[] = [];
  let isLineOpen = false;
  let isBlockBefore = false;
  for (const node of nodes) {
    const isOwnLine = isBlock(node);
    const parts = isOwnLine && isTag(node) ? flattenBlocks(node.children, buildBreak) : [node];
    if (parts.every(isBlank)) {
      if (!isOwnLine) flat.push(node);
      continue;
    }
    if (isLineOpen && (isOwnLine || isBlockBefore)) flat.push(buildBreak());
    for (const part of parts) flat.push(part);
    isLineOpen = true;
    isBlockBefore = isOwnLine;
  }
  return flat;
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
