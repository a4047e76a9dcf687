import { expect, test } from 'vitest';
import { applyStep } from './apply-step';
import { dropCharts } from './drop-charts';

const picture =
  '<img src="https://webquoteklinepic.eastmoney.com/GetPic.aspx?nid=1.600000&imageType=k&token=x&at=1">';

test.each([
  [
    'between the marks',
    `<!-- EM_StockImg_Start --><p><a href="//q" class="EmImageRemark">${picture}</a></p><!-- EM_StockImg_End --><p>文</p>`,
    '<p>文</p>',
    1,
  ],
  [
    'without the link',
    `<!--EM_StockImg_Start--><p>${picture}</p><!--EM_StockImg_End--><p>文</p>`,
    '<p>文</p>',
    1,
  ],
  [
    'two of them',
    `<!-- EM_StockImg_Start -->${picture}<!-- EM_StockImg_End --><p>文</p><!-- EM_StockImg_Start -->${picture}<!-- EM_StockImg_End -->`,
    '<p>文</p>',
    2,
  ],
  [
    'no end mark',
    `<!-- EM_StockImg_Start --><p>${picture}</p><p>文</p>`,
    '<!-- EM_StockImg_Start --><p>文</p>',
    1,
  ],
  ['no marks', `<p><a href="//q">${picture}</a></p><p>文</p>`, '<p>文</p>', 1],
  [
    'by the class of its link',
    '<p><a class="EmImageRemark"><img src="//x/y.png"></a> 文</p>',
    '<p> 文</p>',
    1,
  ],
  [
    'other pictures stay',
    '<p><img src="https://dfscdn.dfcfw.com/a.jpg"></p>',
    '<p><img src="https://dfscdn.dfcfw.com/a.jpg"></p>',
    0,
  ],
])('%s', (_name, source, html, result) => {
  expect(applyStep(source, dropCharts)).toEqual({ html, result });
});
