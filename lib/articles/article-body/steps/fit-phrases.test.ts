import { expect, test } from 'vitest';
import { applyStep } from './apply-step';
import { fitPhrases } from './fit-phrases';

test.each([
  '<time datetime="2022-02-18">昨天</time>',
  '<time datetime="2022-02-18T09:30:00.5+08:00">早盘</time>',
  '<time datetime="2022-02-18 09:30">早盘</time>',
  '<bdo dir="rtl">文</bdo>',
  '<ruby>漢<rt>hàn</rt></ruby>',
  '<ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp>字<rp>(</rp><rt>zì</rt><rp>)</rp></ruby>',
])('%s stays', (html) => {
  expect(applyStep(html, fitPhrases).html).toBe(html);
});

test.each([
  ['<time>昨天</time>', '昨天'],
  ['<time datetime="yesterday">昨天</time>', '昨天'],
  ['<time datetime="2022-02-30">昨天</time>', '昨天'],
  ['<time datetime="2022-02-18T24:00Z">昨天</time>', '昨天'],
  ['<time datetime="2022-02-18T09:30-00:00">昨天</time>', '昨天'],
  ['<time datetime="0000-01-01">古时</time>', '古时'],
  ['<bdo>文</bdo>', '文'],
  ['<rt>hàn</rt>', 'hàn'],
  ['<ruby>漢</ruby>', '漢'],
  ['<ruby>漢<rt> </rt></ruby>', '漢 '],
  ['<ruby>漢<rp>(</rp><rt>hàn</rt></ruby>', '漢(hàn'],
  ['<ruby>漢<rt>hàn</rt>字</ruby>', '漢hàn字'],
  ['<ruby>漢<rt>hàn</rt><wbr></ruby>', '漢hàn<wbr>'],
  ['<ruby>漢<rt>hàn</rt><b><br></b></ruby>', '漢hàn<b><br></b>'],
  ['<ruby>漢<b><rt>hàn</rt></b></ruby>', '漢<b>hàn</b>'],
])('%s is text', (html, text) => {
  expect(applyStep(html, fitPhrases).html).toBe(text);
});
