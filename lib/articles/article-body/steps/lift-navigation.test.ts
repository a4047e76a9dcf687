import { expect, test } from 'vitest';
import { applyStep } from './apply-step';
import { liftNavigation } from './lift-navigation';
import { renderMarkdown } from './render-markdown';

test.each([
  ['none', '正文', 0],
  ['./', '[返回滚动新闻](./emnews/)\n[返回首页](./)', 1],
  ['../', '[返回滚动新闻](../emnews/)\n[返回首页](../)', 1],
  ['the first host', '[返回滚动新闻](//finews.zning.me/emnews/)\n[返回首页](//finews.zning.me/)', 1],
  [
    'the second host on two lines',
    '[返回滚动新闻](//finews.withounder.com/emnews/)\n[返回首页](//finews.withounder.com/)',
    1,
  ],
  ['on one line', '[返回滚动新闻](//finews.withounder.com/emnews/)｜[返回首页](//finews.withounder.com/)', 1],
  [
    'a category page',
    '[返回某报新闻](//finews.withounder.com/category/moubao.html)｜[返回首页](//finews.withounder.com/)',
    1,
  ],
])('%s', (_name, line, count) => {
  const { html, result } = applyStep(renderMarkdown(`正文\n\n${line}`), liftNavigation);
  expect(result).toBe(count);
  expect(html).not.toContain('返回');
  expect(html).toContain('<p>正文</p>');
});

test.each(['<p>他<a href="/x">返回</a>北京。</p>', '<p>返回首页</p>', '<p><a href="/x">重返市场</a></p>'])(
  '%s stays',
  (html) => {
    expect(applyStep(html, liftNavigation)).toEqual({ html, result: 0 });
  },
);
