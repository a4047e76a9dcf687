import { expect, it } from 'vitest';
import type { RawPost } from '@/lib/importing/readers/raw-post';
import { applyRules } from './feed-rules';
import { feedSettings } from './feed-settings';

const post: RawPost = {
  path: 'news.example#1',
  fields: { title: '沪指收涨 ＡＩ概念股走强', link: 'https://news.example/a/1', tags: ['股市', 'Markets'] },
  body: '<p>成交额<b>破</b>万亿</p>',
  bodyFormat: 'html',
  notes: [],
};

function run(rules: unknown[], body = post.body) {
  const [ruled] = applyRules(
    [{ kind: 'post', post: { ...post, body } }],
    feedSettings.parse({ rules }).rules,
  );
  const fields = ruled?.entry.kind === 'post' ? ruled.entry.post.fields : {};
  return { outcome: ruled?.outcome, fields };
}

it.each([
  ['a part of the title', 'title', '收涨', true],
  ['whatever its width and case', 'title', 'ai概念', true],
  ['not there', 'title', '收跌', false],
  ['the body without its tags', 'body', '成交额 破 万亿', true],
  ['a tag', 'tag', 'markets', true],
  ['the link', 'link', 'news.example/a/', true],
  ['a regular expression', 'title', '/^沪指.*走强$/', true],
  ['its case counts', 'tag', '/^markets$/', false],
  ['with a flag it does not', 'tag', '/^markets$/i', true],
  ['a path is no expression', 'link', '/a/1', true],
])('%s', (_name, field, pattern, matches) => {
  expect(run([{ field, pattern, action: 'drop' }]).outcome).toBe(matches ? 'dropped' : 'kept');
});

it('rules add up in their order until one drops', () => {
  const title = { field: 'title', pattern: '沪指' };
  const { outcome, fields } = run([
    { ...title, action: 'hold' },
    { ...title, action: 'tag', value: '大盘' },
    { ...title, action: 'category', value: '行情' },
  ]);
  expect(outcome).toBe('held');
  expect(fields).toMatchObject({ status: 'draft', category: '行情', category_name: '行情', tags: ['股市', 'Markets', '大盘'] }); // prettier-ignore
  expect(run([{ ...title, action: 'hold' }, { ...title, action: 'drop' }]).outcome).toBe('dropped'); // prettier-ignore
});

it('an expression that would never end is cut off and does not match', () => {
  const evil = { field: 'body', pattern: '/^(a+)+$/', action: 'drop' };
  expect(run([evil, { field: 'title', pattern: '沪指', action: 'hold' }], 'a'.repeat(100) + '!').outcome).toBe('held'); // prettier-ignore
});

it.each([
  [{ field: 'title', pattern: '/(/', action: 'drop' }],
  [{ field: 'title', pattern: '/a/g', action: 'drop' }],
  [{ field: 'title', pattern: '  ', action: 'drop' }],
  [{ field: 'title', pattern: 'a', action: 'tag' }],
  [{ field: 'title', pattern: 'a'.repeat(201), action: 'drop' }],
  [{ field: 'path', pattern: 'a', action: 'drop' }],
])('refuses %j', (rule) => {
  expect(feedSettings.safeParse({ rules: [rule] }).success).toBe(false);
});
