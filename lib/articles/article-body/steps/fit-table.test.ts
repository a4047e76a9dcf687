import { type ChildNode, isTag } from 'domhandler';
import { expect, test } from 'vitest';
import { setChildren } from '../dom';
import { applyStep } from './apply-step';
import { fitTable } from './fit-table';

/** The rows of a table: cells by commas, `2x3` two columns wide and three rows high. */
function buildTable(rows: string): string {
  const cells = (row: string) =>
    row.split(',').map((cell) => {
      const [colspan = '1', rowspan = '1'] = cell.trim().split('x');
      const spans = [colspan !== '1' && ` colspan="${colspan}"`, rowspan !== '1' && ` rowspan="${rowspan}"`];
      return `<td${spans.filter(Boolean).join('')}></td>`;
    });
  return `<table>${rows.split('/').map((row) => `<tr>${row.trim() === '' ? '' : cells(row).join('')}</tr>`).join('')}</table>`; // prettier-ignore
}

function fit(html: string) {
  return applyStep(html, (root) => {
    const [table] = root.children.filter(isTag);
    const outside: ChildNode[] = table ? fitTable(table) : [];
    setChildren(root, [...outside, ...root.children]);
  }).html;
}

test.each([
  ['1,1 / 1,1', '1,1 / 1,1'],
  ['1,2x1 / 1,1,1', '1,2x1 / 1,1,1'],
  ['1x2,1 / 1', '1x2,1 / 1'],
  // Beyond the table
  ['2x9,1 / 1,1', '1x2,1 / 1,1'],
  ['1x9', '1'],
  ['1x65535,1 / 1', '1x2,1 / 1'],
  // Rows and columns in which no cell begins
  ['3x1', '1'],
  ['2x1,2x1 / 2x1,2x1', '1,1 / 1,1'],
  ['1x2,1x2 / / 1,1', '1,1 / 1,1'],
  ['1000x1 / 1,1', '2x1 / 1,1'],
  // Over another cell
  ['1,1x2 / 2x1', '1,1x2 / 1'],
  ['1,1,1x2 / 1,9x1', '1,1,1x2 / 1,1'],
  // Not numbers, or what browsers do not take
  ['x,0 / -1,1x0', '1,1 / 1,1'],
  ['1x0,1 / 1 / 1', '1x3,1 / 1 / 1'],
  ['2px,1 / 1,1,1', '2x1,1 / 1,1,1'],
])('%s', (rows, fitted) => {
  expect(fit(buildTable(rows))).toBe(buildTable(fitted));
  expect(fit(buildTable(fitted))).toBe(buildTable(fitted));
});

const [row, cell] = ['<tr><td>甲</td></tr>', '<td>乙</td>'];

test.each([
  [`<table>${cell}${cell}</table>`, `<table><tr>${cell}${cell}</tr></table>`],
  [`<table><tbody>${cell}</tbody></table>`, `<table><tbody><tr>${cell}</tr></tbody></table>`],
  [`<table>文<tr><p>段</p>${cell}</tr></table>`, `文<p>段</p><table><tr>${cell}</tr></table>`],
  [
    `<table><tfoot>${row}</tfoot><tbody></tbody>${row}<thead>${row}</thead><tfoot>${row}</tfoot></table>`,
    `<table><thead>${row}</thead>${row}<tbody>${row}</tbody><tfoot>${row}</tfoot></table>`,
  ],
  [
    `<table>${row}<caption>一</caption><caption>二</caption></table>`,
    `<caption>二</caption><table><caption>一</caption>${row}</table>`,
  ],
  ['<table><caption>一</caption><tr></tr></table>', '<caption>一</caption><table></table>'],
  [
    `<table><thead><tr><td rowspan="2">甲</td></tr></thead>${row}</table>`,
    `<table><thead>${row}</thead>${row}</table>`,
  ],
])('%s', (source, html) => {
  expect(fit(source)).toBe(html);
});

test('wide and high spans cost no more than their table', () => {
  const wide = '<td colspan="65534" rowspan="65534"></td>'.repeat(20);
  expect(fit(`<table>${`<tr>${wide}</tr>`.repeat(2000)}</table>`)).toContain('<td');
});
