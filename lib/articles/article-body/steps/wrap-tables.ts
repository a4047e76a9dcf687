import { type Document, type Element, isTag } from 'domhandler';
import { editTree, hasAncestor, hasClass, wrapNodes } from '../dom';

const tables: ReadonlySet<string> = new Set(['table']);

/** Wide tables scroll in a frame of their own, also with the keyboard. */
export function wrapTables(root: Document): void {
  editTree(root, (node) => {
    if (!isTag(node) || node.name !== 'table' || isFramed(node) || hasAncestor(node, tables)) return null;
    return [wrapNodes([node], 'div', { class: 'table-scroll', role: 'group', tabindex: '0' })];
  });
}

function isFramed(table: Element): boolean {
  const { parent } = table;
  return parent !== null && 'attribs' in parent && hasClass(parent, 'table-scroll');
}
