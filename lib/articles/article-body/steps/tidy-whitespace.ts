import { type ChildNode, type Document, isTag, isText, type ParentNode, Text } from 'domhandler';
import { isBlock, isBlockTag, setChildren } from '../dom';

/**
 * One form of white space: each top block on a line of its own, no blank lines and no spaces between blocks, outside
 * `<pre>`. With this a cleaned body is one block of HTML for `renderMarkdown`, and cleaning it again changes nothing.
 */
export function tidyWhitespace(root: Document): void {
  tidyChildren(root, true);
  const blocks = root.children.filter(isTag);
  setChildren(
    root,
    blocks.flatMap((block, index) => (index === 0 ? [block] : [new Text('\n'), block])),
  );
}

function tidyChildren(parent: ParentNode, isBlockParent: boolean): void {
  setChildren(parent, mergeTexts(parent.children));
  for (const node of parent.children) {
    if (isText(node)) node.data = tidyText(node, isBlockParent);
    else if (isTag(node) && node.name !== 'pre') tidyChildren(node, isBlockTag(node.name));
  }
}

/** Pieces of one text, left by elements that went. */
function mergeTexts(nodes: ChildNode[]): ChildNode[] {
  const merged: ChildNode[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (last && isText(last) && isText(node)) last.data += node.data;
    else merged.push(node);
  }
  return merged;
}

function tidyText(node: Text, isBlockParent: boolean): string {
  const text = foldLines(node.data);
  const start = isEdge(node.prev, isBlockParent) ? skipSpace(text, 0, 1) : 0;
  const end = isEdge(node.next, isBlockParent) ? skipSpace(text, text.length - 1, -1) + 1 : text.length;
  return text.slice(start, Math.max(start, end));
}

/** White space around line ends goes, and blank lines with it. */
function foldLines(text: string): string {
  const lines = text.split('\n');
  if (lines.length === 1) return text;
  const last = lines.length - 1;
  const trimmed = lines.map((line, index) => {
    const start = index === 0 ? 0 : skipSpace(line, 0, 1);
    const end = index === last ? line.length : skipSpace(line, line.length - 1, -1) + 1;
    return line.slice(start, Math.max(start, end));
  });
  return trimmed.filter((line, index) => line !== '' || index === 0 || index === last).join('\n');
}

/** A loop and no pattern: `[ ]+$` costs the square of a long run of spaces. */
function skipSpace(text: string, from: number, step: 1 | -1): number {
  let position = from;
  while (position >= 0 && position < text.length && ' \t\n'.includes(text.charAt(position))) position += step;
  return position;
}

function isEdge(neighbour: Text['prev'], isBlockParent: boolean): boolean {
  return neighbour === null
    ? isBlockParent
    : isBlock(neighbour) || (isTag(neighbour) && neighbour.name === 'br');
}
