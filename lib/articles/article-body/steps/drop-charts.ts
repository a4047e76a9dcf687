import { type ChildNode, type Document, Element, isComment, isTag } from 'domhandler';
import { removeElement } from 'domutils';
import { hasClass, isBlank, listElements } from '../dom';

/**
 * Quote charts of the source, which would show today's prices beside an old story: all between
 * `<!-- EM_StockImg_Start -->` and `<!-- EM_StockImg_End -->`, and chart pictures that stand without these marks.
 * @returns how many charts went.
 */
export function dropCharts(root: Document): number {
  return dropMarkedCharts(root) + dropLooseCharts(root);
}

function dropMarkedCharts(root: Document): number {
  let count = 0;
  for (const parent of [root, ...listElements(root)]) {
    for (const start of parent.children.filter((node) => isMark(node, 'EM_StockImg_Start'))) {
      count += dropUntilEnd(start);
    }
  }
  return count;
}

function isMark(node: ChildNode, name: string): boolean {
  return isComment(node) && node.data.trim() === name;
}

/** Without an end mark only the start goes: the chart itself is found by its address. */
function dropUntilEnd(start: ChildNode): number {
  const inside: ChildNode[] = [];
  let node = start.next;
  while (node && !isMark(node, 'EM_StockImg_End')) {
    inside.push(node);
    node = node.next;
  }
  removeElement(start);
  if (!node) return 0;
  for (const gone of [...inside, node]) removeElement(gone);
  return 1;
}

function dropLooseCharts(root: Document): number {
  const charts = listElements(root).filter(isChart);
  for (const chart of charts) {
    let top = chart;
    while (top.parent instanceof Element && top.parent.children.every((node) => node === top || isBlank(node))) {
      top = top.parent;
    }
    removeElement(top);
  }
  return charts.length;
}

function isChart(element: Element): boolean {
  if (element.name !== 'img') return false;
  const link = element.parent;
  const source = element.attribs.src ?? '';
  return chartAddress.test(source) || (link !== null && isTag(link) && hasClass(link, 'EmImageRemark'));
}

const chartAddress = /^(?:https?:)?\/\/(?:webquoteklinepic|webquotepic|pifm)\d*\.(?:eastmoney|dfcfw)\.com\//iu;
