import { expect, test } from 'vitest';
import { applyStep } from './apply-step';
import { liftSourceLinks } from './lift-source-links';
import { renderMarkdown } from './render-markdown';

const none = { sourceUrl: null, shareUrl: null, links: [] };
const page = 'http://finance.eastmoney.com/news/1354,202205262391921712.html';
const share = 'http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW202201242259229980';

test.each([
  ['the source page', `<${page}>`, { sourceUrl: page, shareUrl: null, links: [page] }],
  [
    'another of its hosts',
    '<http://hk.eastmoney.com/news/11362,202112082206885265.html>',
    {
      sourceUrl: 'http://hk.eastmoney.com/news/11362,202112082206885265.html',
      shareUrl: null,
      links: ['http://hk.eastmoney.com/news/11362,202112082206885265.html'],
    },
  ],
  ['the share page', `<${share}>`, { sourceUrl: null, shareUrl: share, links: [share] }],
  ['both', `<${share}>\n\n<${page}>`, { sourceUrl: page, shareUrl: share, links: [share, page] }],
  ['an address without brackets', page, { sourceUrl: page, shareUrl: null, links: [page] }],
  ['a label', `[原文](${page})`, { sourceUrl: page, shareUrl: null, links: [page] }],
  ['nothing', '<>', none],
])('%s', (_name, line, result) => {
  expect(applyStep(renderMarkdown(`正文\n\n${line}`), liftSourceLinks)).toMatchObject({ result });
  expect(applyStep(renderMarkdown(`正文\n\n${line}`), liftSourceLinks).html.trim()).toBe('<p>正文</p>');
});

test.each([
  `<p>见<a href="${page}">点击阅读报告全文</a></p>`,
  '<p><a href="https://example.com/">https://example.com/</a></p>',
  '<p>List&lt;&gt; 是泛型</p>',
  `<p><a href="javascript:1//${page}">原文</a></p>`,
])('%s stays', (html) => {
  expect(applyStep(html, liftSourceLinks)).toEqual({ html, result: none });
});
