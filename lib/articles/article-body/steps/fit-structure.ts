import { type ChildNode, type Document, type Element, isTag, isText, Text } from 'domhandler';
import {
  editTree,
  flattenBlocks,
  groupRuns,
  isBlank,
  isBlock,
  isNamed,
  listElements,
  setChildren,
  wrapNodes,
} from '../dom';
import { listTargets, wrapLooseText } from './build-paragraphs';
import { fitTable } from './fit-table';

/** What stands in an element's place once its parts are in order, null for the element itself. */
type Fit = (element: Element) => ChildNode[] | null;

const fits: Readonly<Record<string, Fit>> = {
  ul: fitList,
  ol: fitList,
  dl: fitDescriptions,
  table: placeTable,
  div: fitFrame,
  details: fitDetails,
  figure: fitFigure,
  dt: fitHead,
  th: fitHead,
  li: fitContent,
  dd: fitContent,
  td: fitContent,
  blockquote: fitContent,
  figcaption: fitContent,
  summary: fitLine,
  caption: fitLine,
  pre: fitLine,
};

/** The list that a part belongs to; null: no part can stand alone, and it becomes a paragraph. */
const parts: ReadonlyMap<string, 'ul' | 'dl' | null> = new Map([
  ['li', 'ul'],
  ['dt', 'dl'],
  ['dd', 'dl'],
  ...['caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'figcaption', 'summary'].map(
    (name) => [name, null] as const,
  ),
]);

/**
 * Brings lists, tables, figures and other blocks of parts into the form that HTML asks for, as readers saw them
 * before: every part stands in its block and every block holds its parts only. No text goes.
 */
export function fitStructure(root: Document): void {
  editTree(root, (node) => (isTag(node) ? (fits[node.name]?.(node) ?? null) : null));
  setChildren(root, fitFlow(root.children));
}

/** Items and terms without a list get one. */
function fitFlow(nodes: ChildNode[]): ChildNode[] {
  if (!nodes.some((node) => getHome(node) !== undefined)) return nodes;
  return groupRuns(dropGaps(nodes), getHome).flatMap((run) => {
    const [first] = run;
    const home = first && getHome(first);
    if (home === undefined) return run;
    if (home === null) return run.filter(isTag).flatMap(turnToParagraphs);
    const list = wrapNodes(run, home);
    return fits[home]?.(list) ?? [list];
  });
}

function getHome(node: ChildNode): 'ul' | 'dl' | null | undefined {
  return isTag(node) ? parts.get(node.name) : undefined;
}

/** White space between two parts does not part them. */
function dropGaps(nodes: ChildNode[]): ChildNode[] {
  return nodes.filter((node, index) => {
    const before = nodes[index - 1];
    return !before || getHome(before) === undefined || !isText(node) || !isBlank(node);
  });
}

function turnToParagraphs(part: Element): ChildNode[] {
  const nodes = fitFlow(part.children);
  if (nodes.some(isBlock)) return wrapLooseText(nodes);
  part.name = 'p';
  setChildren(part, nodes);
  return [part];
}

function fitContent(element: Element): null {
  const fitted = fitFlow(element.children);
  if (fitted !== element.children) setChildren(element, fitted);
  return null;
}

/** A term or the head of a column holds no headings. */
function fitHead(element: Element): null {
  for (const inner of listElements(element)) if (/^h[1-6]$/u.test(inner.name)) inner.name = 'p';
  return fitContent(element);
}

/** One run of text with line breaks. */
function fitLine(element: Element): null {
  if (!element.children.some(isBlock)) return null;
  const buildBreak = () => (element.name === 'pre' ? new Text('\n') : wrapNodes([], 'br'));
  setChildren(element, flattenBlocks(element.children, buildBreak));
  return null;
}

/** What is no item belongs to the item before it, as it looked; before the first one it is an item of its own. */
function fitList(list: Element): null {
  const isItem = (node: ChildNode) => isNamed(node, 'li');
  if (list.name === 'ul')
    for (const item of list.children) if (isNamed(item, 'li')) delete item.attribs.value;
  const children: ChildNode[] = [];
  for (const run of groupRuns(list.children, isItem)) {
    const last = children.findLast(isItem);
    if (run.some(isItem)) for (const item of run) children.push(item);
    else if (run.every(isBlank)) children.push(...listTargets(run));
    else if (last) append(last, run);
    else children.push(wrapNodes(fitFlow(run), 'li'));
  }
  setChildren(list, children);
  return null;
}

function append(element: ChildNode, nodes: ChildNode[]): void {
  if (isTag(element)) setChildren(element, [...element.children, ...wrapLooseText(fitFlow(nodes))]);
}

/** Descriptions before the first term and terms after the last description become paragraphs around the list. */
function fitDescriptions(list: Element): ChildNode[] {
  const inside: Element[] = [];
  for (const run of groupRuns(list.children, (node) => getHome(node) === 'dl')) {
    const shown = run.filter((node) => !isBlank(node));
    const last = inside.at(-1);
    if (shown.some((node) => getHome(node) === 'dl')) inside.push(...shown.filter(isTag));
    else if (shown.length > 0 && last?.name === 'dd') append(last, run);
    else if (shown.length > 0) inside.push(wrapNodes(fitFlow(run), 'dd'));
  }
  const start = inside.findIndex(({ name }) => name === 'dt');
  const end = inside.findLastIndex(({ name }) => name === 'dd') + 1;
  if (start < 0 || end <= start) return inside.flatMap(turnToParagraphs);
  setChildren(list, inside.slice(start, end));
  return [
    ...inside.slice(0, start).flatMap(turnToParagraphs),
    list,
    ...inside.slice(end).flatMap(turnToParagraphs),
  ];
}

function placeTable(table: Element): ChildNode[] {
  const before = wrapLooseText(fitFlow(fitTable(table)));
  return table.children.length > 0 ? [...before, table] : before;
}

/** The frame of a table that is no more goes too. */
function fitFrame(frame: Element): ChildNode[] | null {
  return frame.children.some((node) => isNamed(node, 'table'))
    ? fitContent(frame)
    : wrapLooseText(fitFlow(frame.children));
}

/** Without a line to open it by, it stands open. */
function fitDetails(details: Element): ChildNode[] | null {
  const summary = details.children.find((node) => isNamed(node, 'summary') && !isBlank(node));
  const rest = fitFlow(details.children.filter((node) => node !== summary));
  if (!summary) return wrapLooseText(rest);
  setChildren(details, [summary, ...rest]);
  return null;
}

/** One caption, above or below all else. */
function fitFigure(figure: Element): null {
  const shown = figure.children.filter((node) => !isBlank(node));
  const caption = [shown.at(-1), shown[0]].find((node) => node && isNamed(node, 'figcaption'));
  if (!caption) return fitContent(figure);
  const rest = fitFlow(figure.children.filter((node) => node !== caption));
  // Line breaks beyond the caption are in its way.
  setChildren(figure, caption === shown.at(-1) ? [...rest, caption] : [caption, ...rest]);
  return null;
}
