import { type Document, isTag, isText, type ParentNode, Text } from 'domhandler';
import { prepend, removeElement } from 'domutils';
import { isBlock, isBlockTag } from '../dom';

/**
 * One form of white space: each top block on a line of its own, no blank lines and no spaces between blocks, outside
 * `<pre>`. With this a cleaned body is one block of HTML for `renderMarkdown`, and cleaning it again changes nothing.
 */
export function tidyWhitespace(root: Document): void {
  tidyChildren(root, true);
  for (const block of root.children.filter(isTag).slice(1)) prepend(block, new Text('\n'));
}

function tidyChildren(parent: ParentNode, isBlockParent: boolean): void {
  mergeTexts(parent);
  for (const node of parent.children) {
    if (isText(node)) node.data = tidyText(node, isBlockParent);
    else if (isTag(node) && node.name !== 'pre') tidyChildren(node, isBlockTag(node.name));
  }
}

/** Pieces of one text, left by elements that went. */
function mergeTexts(parent: ParentNode): void {
  for (const node of [...parent.children]) {
    if (!isText(node) || !node.prev || !isText(node.prev)) continue;
    node.data = node.prev.data + node.data;
    removeElement(node.prev);
  }
}

function tidyText(node: Text, isBlockParent: boolean): string {
  let text = node.data
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/gu, '')
    .replace(/[ \t\n]*\n[ \t\n]*/gu, '\n');
  if (isEdge(node.prev, isBlockParent)) text = text.replace(/^[ \t\n]+/u, '');
  if (isEdge(node.next, isBlockParent)) text = text.replace(/[ \t\n]+$/u, '');
  return text;
}

function isEdge(neighbour: Text['prev'], isBlockParent: boolean): boolean {
  return neighbour === null ? isBlockParent : isBlock(neighbour) || (isTag(neighbour) && neighbour.name === 'br');
}
