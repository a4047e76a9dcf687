import { expect, test } from 'vitest';
import { applyStep } from './apply-step';
import { liftDigest, splitDigest } from './lift-digest';
import { renderMarkdown } from './render-markdown';

test.each([
  ['the old shape', '> 摘要一。（上海证券报）\n\n<p>正文</p>', '摘要一。', '上海证券报'],
  ['two lines', '> 摘要\n> 二\n\n正文', '摘要 二', null],
  ['none', '正文', null, null],
  ['a quote further down', '正文\n\n> 引文', null, null],
  ['nothing but a quote', '> 引文', null, null],
  ['a quote of two paragraphs', '> 一\n>\n> 二\n\n正文', null, null],
  ['HTML', '<blockquote><p>引文</p></blockquote>\n\n正文', null, null],
  ['a long quote', `> ${'长'.repeat(700)}\n\n正文`, null, null],
])('%s', (_name, source, digest, sourceName) => {
  const { html, result } = applyStep(renderMarkdown(source), liftDigest);
  expect(result).toEqual({ digest, sourceName });
  const isQuoteLeft = digest === null && /^>|\n>|<blockquote/u.test(source);
  expect(html.includes('<blockquote')).toBe(isQuoteLeft);
});

test.each([
  ['涨了。（e公司）', '涨了。', 'e公司'],
  ['涨了。（完）', '涨了。（完）', null],
  ['涨了。（记者 张三）', '涨了。（记者 张三）', null],
  ['中铝(601600)', '中铝(601600)', null],
])('%s', (text, digest, sourceName) => {
  expect(splitDigest(text)).toEqual({ digest, sourceName });
});
