import { type ChildNode, type Document, type Element, isTag, isText } from 'domhandler';
import { editTree, isBlank, setChildren } from '../dom';

/** Elements that mean something without text. Cells keep a table's columns in line. */
const meaningful = new Set('img hr br wbr td th tr tbody thead tfoot table caption col colgroup'.split(' '));

/** Empty paragraphs and spans, and line breaks at the ends of a paragraph. */
export function dropEmpty(root: Document): void {
  editTree(root, (node) => {
    if (!isTag(node)) return null;
    if (/^(?:p|h[1-6]|li|figcaption)$/u.test(node.name)) trimBreaks(node);
    return isEmpty(node) ? [] : null;
  });
}

/** Whether `dropEmpty` takes an element out. */
export function isEmpty(element: Element): boolean {
  return !meaningful.has(element.name) && isBlank(element) && !holdsTarget(element);
}

function holdsTarget(node: ChildNode): boolean {
  return isTag(node) && (node.attribs.id !== undefined || node.children.some(holdsTarget));
}

function trimBreaks(element: Element): void {
  const start = element.children.findIndex((node) => !isBreak(node));
  const end = element.children.findLastIndex((node) => !isBreak(node)) + 1;
  const isTrimmed = start > 0 || end < element.children.length;
  if (isTrimmed) setChildren(element, element.children.slice(Math.max(0, start), end));
}

function isBreak(node: ChildNode): boolean {
  return isTag(node) ? node.name === 'br' : isText(node) && node.data.trim() === '';
}
