import { type Element, isTag } from 'domhandler';

/** What `sanitise` lets through, and so many columns as nobody reads: beyond them no cell spans anything. */
const MAX_SPAN = 999;

interface Cell {
  element: Element;
  row: number;
  column: number;
  width: number;
  height: number;
}

/**
 * Makes the cells of a table fill a grid, as browsers lay it out: no cell reaches beyond its row group or over
 * another, and a row or column counts only where a cell begins in it.
 * @param groups the rows of each row group
 * @returns the rows that have cells, by group
 */
export function fitSpans(groups: readonly (readonly Element[])[]): Element[][] {
  const laidOut = groups.map(layOut);
  const columnStarts = countStarts(laidOut.flat().map(({ column }) => column));
  return groups.map((rows, index) => {
    const cells = laidOut[index] ?? [];
    const rowStarts = countStarts(cells.map(({ row }) => row));
    for (const { element, row, column, width, height } of cells) {
      setSpans(element, count(columnStarts, column, width), count(rowStarts, row, height));
    }
    return rows.filter((row) => row.children.length > 0);
  });
}

/** Each cell takes the first free place of its row, and what is free of the places that it asks for. */
function layOut(rows: readonly Element[]): Cell[] {
  const cells: Cell[] = [];
  /** By column: the first row in which it is free. */
  const freeFrom: number[] = [];
  for (const [row, { children }] of rows.entries()) {
    const isFree = (column: number) => (freeFrom[column] ?? 0) <= row;
    let column = 0;
    for (const element of children.filter(isTag)) {
      while (!isFree(column)) column += 1;
      const { colspan, rowspan } = column < MAX_SPAN ? element.attribs : {};
      const wanted = readSpan(colspan) || 1;
      const below = rows.length - row;
      const height = Math.min(readSpan(rowspan) || below, below, MAX_SPAN);
      let width = 0;
      do {
        freeFrom[column + width] = row + height;
        width += 1;
      } while (width < wanted && isFree(column + width));
      cells.push({ element, row, column, width, height });
      column += width;
    }
  }
  return cells;
}

/** As browsers read it: what is no number is 1. A `rowspan` of 0 reaches to the end of the row group. */
function readSpan(value = ''): number {
  return Math.min(Number(/^\s*\+?(\d+)/u.exec(value)?.[1] ?? 1), MAX_SPAN);
}

/** By number of a row or column: in how many of those before it a cell begins. */
function countStarts(positions: readonly number[]): number[] {
  const starts = new Set(positions);
  const last = positions.reduce((highest, position) => Math.max(highest, position), -1);
  const counts = [0];
  for (let at = 0; at <= last; at += 1) counts.push((counts[at] ?? 0) + (starts.has(at) ? 1 : 0));
  return counts;
}

function count(counts: readonly number[], start: number, length: number): number {
  return (counts[start + length] ?? counts.at(-1) ?? 0) - (counts[start] ?? 0);
}

function setSpans(element: Element, width: number, height: number): void {
  const { colspan: _, rowspan: __, ...attribs } = element.attribs;
  element.attribs = {
    ...attribs,
    ...(width > 1 && { colspan: `${width}` }),
    ...(height > 1 && { rowspan: `${height}` }),
  };
}
