import { type ChildNode, type Document, Element, isComment, isTag } from 'domhandler';
import { hasClass, isBlank, listElements, removeNodes } from '../dom';

/**
 * Quote charts of the source, which would show today's prices beside an old story: all between
 * `<!-- EM_StockImg_Start -->` and `<!-- EM_StockImg_End -->`, and chart pictures that stand without these marks.
 * @returns how many charts went.
 */
export function dropCharts(root: Document): number {
  return dropMarkedCharts(root) + dropLooseCharts(root);
}

function dropMarkedCharts(root: Document): number {
  const gone = new Set<ChildNode>();
  let count = 0;
  for (const parent of [root, ...listElements(root)]) {
    for (const end of parent.children.filter((node) => isMark(node, 'EM_StockImg_End'))) {
      if (collectUntilStart(end, gone)) count += 1;
    }
  }
  removeNodes(root, gone);
  return count;
}

function isMark(node: ChildNode, name: string): boolean {
  return isComment(node) && node.data.trim() === name;
}

/** Goes back from an end mark to its start; without one nothing goes. */
function collectUntilStart(end: ChildNode, gone: Set<ChildNode>): boolean {
  const inside: ChildNode[] = [end];
  for (let node = end.prev; node && !isMark(node, 'EM_StockImg_End'); node = node.prev) {
    inside.push(node);
    if (!isMark(node, 'EM_StockImg_Start')) continue;
    for (const item of inside) gone.add(item);
    return true;
  }
  return false;
}

function dropLooseCharts(root: Document): number {
  const charts = listElements(root).filter(isChart);
  removeNodes(root, new Set(charts.map(findTop)));
  return charts.length;
}

/** The outermost element that holds nothing but the chart. */
function findTop(chart: Element): Element {
  const { parent } = chart;
  const isAlone =
    parent instanceof Element && parent.children.every((node) => node === chart || isBlank(node));
  return isAlone ? findTop(parent) : chart;
}

function isChart(element: Element): boolean {
  if (element.name !== 'img') return false;
  const link = element.parent;
  const source = element.attribs.src ?? '';
  return chartAddress.test(source) || (link !== null && isTag(link) && hasClass(link, 'EmImageRemark'));
}

const chartAddress =
  /^(?:https?:)?\/\/(?:webquoteklinepic|webquotepic|pifm)\d*\.(?:eastmoney|dfcfw)\.com\//iu;
