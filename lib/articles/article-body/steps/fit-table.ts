import { type ChildNode, type Element, isTag } from 'domhandler';
import { groupRuns, isBlank, isNamed, setChildren, wrapNodes } from '../dom';
import { fitSpans } from './fit-spans';

/** Rows that belong together; without an element they stand in the table itself. */
interface RowGroup {
  element: Element | null;
  rows: Element[];
}

/**
 * A table of a caption, a head, bodies, a foot, rows and cells, in this order, with spans that fit. Where nothing
 * remains, the table is left without children.
 * @returns what stood outside of the cells: browsers show it before the table.
 */
export function fitTable(table: Element): ChildNode[] {
  const outside: ChildNode[] = [];
  const groups = orderGroups(listGroups(table, outside));
  const kept = fitSpans(groups.map(({ rows }) => rows));
  const body = groups.flatMap(({ element }, index) => buildGroup(element, kept[index] ?? []));
  const captions = table.children.filter((node) => isNamed(node, 'caption'));
  const caption = body.length > 0 ? captions.slice(0, 1) : [];
  setChildren(table, [...caption, ...body]);
  return [...captions.slice(caption.length), ...outside];
}

function listGroups(table: Element, outside: ChildNode[]): RowGroup[] {
  const groups: RowGroup[] = [];
  for (const run of groupRuns(table.children, getKind)) {
    const [first] = run;
    if (first && getKind(first) === 'group')
      for (const element of run.filter(isTag))
        groups.push({ element, rows: listRows(element.children, outside) });
    else if (first && getKind(first) !== 'caption')
      groups.push({ element: null, rows: listRows(run, outside) });
  }
  return groups;
}

function getKind(node: ChildNode): 'caption' | 'group' | 'row' | 'cell' | 'other' {
  if (!isTag(node)) return 'other';
  return kinds[node.name] ?? 'other';
}

const kinds: Readonly<Record<string, 'caption' | 'group' | 'row' | 'cell'>> = {
  caption: 'caption',
  thead: 'group',
  tbody: 'group',
  tfoot: 'group',
  tr: 'row',
  td: 'cell',
  th: 'cell',
};

/** Cells without a row get one. */
function listRows(nodes: ChildNode[], outside: ChildNode[]): Element[] {
  const rows: Element[] = [];
  for (const run of groupRuns(nodes.filter(isShown), getKind)) {
    const [first] = run;
    const kind = first && getKind(first);
    if (kind === 'cell') rows.push(wrapNodes(run, 'tr'));
    else if (kind !== 'row') outside.push(...run);
    else for (const row of run.filter(isTag)) rows.push(takeCells(row, outside));
  }
  return rows;
}

function isShown(node: ChildNode): boolean {
  return getKind(node) !== 'other' || !isBlank(node);
}

function takeCells(row: Element, outside: ChildNode[]): Element {
  const isCell = (node: ChildNode) => getKind(node) === 'cell';
  outside.push(...row.children.filter((node) => !isCell(node) && isShown(node)));
  setChildren(row, row.children.filter(isCell));
  return row;
}

/** The first head stands above and the first foot below, wherever they were written: so browsers show them. */
function orderGroups(groups: RowGroup[]): RowGroup[] {
  const head = groups.find(({ element }) => element?.name === 'thead');
  const foot = groups.find(({ element }) => element?.name === 'tfoot');
  const ordered: RowGroup[] = head ? [head] : [];
  for (const group of groups) {
    if (group === head || group === foot || group.rows.length === 0) continue;
    const last = ordered.at(-1);
    if (group.element) group.element.name = 'tbody';
    if (last && !last.element && !group.element) last.rows.push(...group.rows);
    else ordered.push(group);
  }
  return foot ? [...ordered, foot] : ordered;
}

function buildGroup(element: Element | null, rows: Element[]): Element[] {
  if (!element || rows.length === 0) return rows;
  setChildren(element, rows);
  return [element];
}
