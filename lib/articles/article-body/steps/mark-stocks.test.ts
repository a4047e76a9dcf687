import { expect, test } from 'vitest';
import { applyStep } from './apply-step';
import { markStocks } from './mark-stocks';

function link(id: string, code: string, text: string): string {
  return `<span id="${id}"><a href="http://q" class="keytip" data-code="${code}">${text}</a></span><span id="quote_x"></span>`;
}
function span(code: string, text: string): string {
  return `<span web="1" href="http://q" class="em_stock_key_common" data-code="${code}">${text}</span>`;
}
const nio = { market: '106', code: 'NIO', name: '蔚来', kind: 'stock', count: 1 };

test.each([
  [
    'a link',
    `为${link('stock_106.NIO', '106,NIO', '蔚来')}旗下`,
    '为<data class="stock" value="106.NIO">蔚来</data>旗下',
    [nio],
  ],
  ['a span', `ET7${span('106,NIO', '蔚来')}x`, 'ET7<data class="stock" value="106.NIO">蔚来</data>x', [nio]],
  [
    'both count as one',
    link('stock_106.NIO', '106,NIO', '蔚来') + span('106,NIO', '蔚来'),
    '<data class="stock" value="106.NIO">蔚来</data>'.repeat(2),
    [{ ...nio, count: 2 }],
  ],
  [
    'a sector',
    link('bk_90.BK0493', '90,BK0493', '新能源'),
    '<data class="stock" value="90.BK0493">新能源</data>',
    [{ market: '90', code: 'BK0493', name: '新能源', kind: 'sector', count: 1 }],
  ],
  [
    'cleaned before',
    '<data class="stock" value="106.NIO">蔚来</data>',
    '<data class="stock" value="106.NIO">蔚来</data>',
    [nio],
  ],
  [
    'only the frame',
    '<span id="stock_106.NIO">蔚来</span>',
    '<data class="stock" value="106.NIO">蔚来</data>',
    [nio],
  ],
  ['within a word', `(C${span('90,BK1', 'PPI')}B)`, '(CPPIB)', []],
  [
    'a data page',
    '<span id="Info.3321"><a href="http://data" class="infokey">业绩</a></span>增长',
    '业绩增长',
    [],
  ],
  [
    'a chip in a chip',
    span('106,NIO', `蔚${span('90,BK1', '来')}`),
    '<data class="stock" value="106.NIO">蔚来</data>',
    [nio],
  ],
  ['no text', `a${span('106,NIO', '')}b`, 'ab', []],
  [
    'a strange code',
    span('<b>', 'x'),
    '<span web="1" href="http://q" class="em_stock_key_common" data-code="<b>">x</span>',
    [],
  ],
])('%s', (_name, source, html, result) => {
  expect(applyStep(source, markStocks)).toEqual({ html, result });
});
