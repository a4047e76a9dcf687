import { type Document, type Element, isTag, isText } from 'domhandler';
import { removeElement } from 'domutils';
import { isBlank, listElements } from '../dom';

/** Elements that mean something without text. Cells keep a table's columns in line. */
const meaningful = new Set('img hr br wbr td th tr tbody thead tfoot table caption col colgroup'.split(' '));

/** Empty paragraphs and spans, and line breaks at the ends of a paragraph. */
export function dropEmpty(root: Document): void {
  for (const element of listElements(root).reverse()) {
    if (/^(?:p|h[1-6]|li|figcaption)$/u.test(element.name)) trimBreaks(element);
    if (!meaningful.has(element.name) && element.attribs.id === undefined && isBlank(element)) removeElement(element);
  }
}

function trimBreaks(element: Element): void {
  for (const side of ['first', 'last'] as const) {
    for (let node = element[`${side}Child`]; node; node = element[`${side}Child`]) {
      const isBreak = isTag(node) ? node.name === 'br' : isText(node) && node.data.trim() === '';
      if (!isBreak) break;
      removeElement(node);
    }
  }
}
