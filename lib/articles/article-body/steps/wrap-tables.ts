import type { Document, Element } from 'domhandler';
import { hasAncestor, hasClass, listElements, wrapNodes } from '../dom';

/** Wide tables scroll in a frame of their own, also with the keyboard. */
export function wrapTables(root: Document): void {
  for (const table of listElements(root)) {
    if (table.name !== 'table' || isFramed(table) || hasAncestor(table, new Set(['table']))) continue;
    wrapNodes([table], 'div', { class: 'table-scroll', role: 'region', tabindex: '0' });
  }
}

function isFramed(table: Element): boolean {
  const { parent } = table;
  return parent !== null && 'attribs' in parent && hasClass(parent, 'table-scroll');
}
