import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCorpus } from '@/testing/test-corpus';
import { guessJsonColumns, jsonReader } from './json';
import type { RawEntry, ReadOptions } from './raw-post';

function read(text: string, options: ReadOptions = {}): RawEntry[] {
  return [...jsonReader.read(text, 'a.json', options)];
}

function summarise(entry: RawEntry): string {
  if (entry.kind === 'post')
    return `${entry.post.path}:${entry.post.line} ${String(entry.post.fields['title'])}|${entry.post.body}`;
  return `${entry.path}:${entry.note.line} ${entry.note.code} ${String(entry.note.params?.['reason'] ?? '')}`;
}

function readPost(entry: object, options: ReadOptions = {}) {
  const [first] = read(JSON.stringify(entry), options);
  return first?.kind === 'post' ? { ...first.post.fields, body: first.post.body, format: first.post.bodyFormat } : first;
} // prettier-ignore

const one = '{"title":"A","body":"a"}';
const two = '{"title":"B","body":"b"}';

describe('jsonReader', () => {
  it.each<[string, string, string[]]>([
    ['one object', one, ['a.json:1 A|a']],
    ['a list', `[\n${one},\n${two}\n]`, ['a.json#1:2 A|a', 'a.json#2:3 B|b']],
    ['JSON Lines', `${one}\n\n${two}\n`, ['a.json#1:1 A|a', 'a.json#2:3 B|b']],
    [
      'a bad line',
      `${one}\n{"title": oops}\n${two}`,
      ['a.json#1:1 A|a', 'a.json#2:2 row-broken syntax', 'a.json#3:3 B|b'],
    ],
    ['a cut line', `${one}\n${two}\n{"title":"C","bo`, ['a.json#1:1 A|a', 'a.json#2:2 B|b', 'a.json#3:3 row-broken cut']],
    ['objects in a row', `{\n"title":"A","body":"a"\n}\n${two}`, ['a.json#1:1 A|a', 'a.json#2:4 B|b']],
    ['posts', `{"total":2,"posts":[${one},\n${two}],"next":null}`, ['a.json#1:1 A|a', 'a.json#2:2 B|b']],
    ['items', `{"items":[${one}]}`, ['a.json#1:1 A|a']],
    ['data in data', `{"code":0,"data":{"total":1,"list":[${one}]}}`, ['a.json#1:1 A|a']],
    ['a cut list', `[${one},\n${two},\n{"title":"C","bo`, ['a.json#1:1 A|a', 'a.json#2:2 B|b', 'a.json#3:3 row-broken cut']],
    ['a cut list in an object', `{"posts":[${one},{"title`, ['a.json#1:1 A|a', 'a.json#2:1 row-broken cut']],
    ['a broken object between', `[${one},{"title":},${two}]`, ['a.json#1:1 A|a', 'a.json#2:1 row-broken syntax', 'a.json#3:1 B|b']],
    ['signs in strings', '[{"title":"}],[{","body":"\\"]}"}]', ['a.json#1:1 }],[{|"]}']],
    ['no post', '[{"a":1},7]', ['a.json#1:1 not-a-post ', 'a.json#2:1 not-a-post ']],
    ['settings', '{"name":"x","version":"1","description":"y"}', ['a.json:1 not-a-post ']],
    ['an empty list', '[]', ['a.json:undefined not-a-post ']],
    ['words behind', `${one} and words`, ['a.json#1:1 A|a', 'a.json#2:1 row-broken cut']],
    ['stray brackets', `[${one}}}}}]`, ['a.json#1:1 A|a', 'a.json#2:1 row-broken cut']],
  ])('reads %s', (_, text, expected) => {
    expect(jsonReader.recognise(text, 'x')).toBe(true);
    expect(read(text).map(summarise)).toEqual(expected);
  }); // prettier-ignore

  it.each([
    ['Markdown', '[a link](b) and text'],
    ['Liquid', '{% raw %}'],
    ['a shortcode', '{{< figure >}}'],
    ['JSON front matter', '{\n  "title": "A"\n}\n\nThe body.'],
    ['text', 'plain'],
  ])('leaves %s to others', (_, text) => {
    expect(jsonReader.recognise(text, 'x')).toBe(false);
  });

  it.each<[string, object, object]>([
    ['Chinese keys', { 标题: 'A', 正文: 'x', 发布时间: '2022-02-18', 来源: 'S', 标签: 'a、b' }, { title: 'A', body: 'x', date: '2022-02-18', source: 'S', tags: ['a', 'b'] }],
    ['other case', { Headline: 'A', ContentHtml: '<p>x</p>', pubDate: 'd' }, { title: 'A', body: '<p>x</p>', date: 'd', format: 'html' }],
    ['seconds', { title: 'A', text: 'x', created: 1645166505 }, { date: '2022-02-18T06:41:45.000Z', format: 'text' }],
    ['milliseconds', { title: 'A', text: 'x', created: '1645166505000' }, { date: '2022-02-18T06:41:45.000Z' }],
    ['a day in digits', { title: 'A', text: 'x', date: 20220218 }, { date: '2022-02-18' }],
    ['the better of two keys', { created: '1', published_at: '2', title: 'A', html: '', text: 'x' }, { date: '2', body: 'x' }],
    ['Markdown', { title: 'A', content: '# H\n\nx' }, { format: 'markdown' }],
    ['a body alone', { content: 'x' }, { body: 'x' }],
    ['truth values', { title: 'A', content: 'x', draft: true }, { draft: 'true' }],
  ])('understands %s', (_, entry, expected) => {
    expect(readPost(entry)).toMatchObject(expected);
  }); // prettier-ignore

  it('follows a mapping before its own guess', () => {
    const entry = { title: 'wrong', name: 'A', data: { text: 'x' }, date: '1', day: '2' };
    const columns = { name: 'title', 'data.text': 'body', title: '', day: 'date' };
    expect(readPost(entry, { columns })).toMatchObject({ title: 'A', body: 'x', date: '2' });
  });

  it('reads the portal’s own API', () => {
    const article = {
      slug: 'NW202202182281417543', title: 'A', digest: 'd', bodyHtml: '<p>x</p>', publishedAt: '2022-02-18T06:41:45.000Z',
      category: { slug: 'techweb', name: 'TechWeb' }, tags: ['a'], source: { name: 'S', url: 'https://s.example/1' },
      url: 'https://p.example/articles/x', shareUrl: 'https://p.example/s/x', stocks: [{ code: '1' }], language: 'zh-CN',
    }; // prettier-ignore
    expect(readPost({ items: [article], next: null })).toMatchObject({
      slug: 'NW202202182281417543', title: 'A', digest: 'd', body: '<p>x</p>', format: 'html', date: '2022-02-18T06:41:45.000Z',
      category: 'techweb', category_name: 'TechWeb', tags: ['a'], source: 'S', source_url: 'https://s.example/1',
      permalink: 'https://p.example/articles/x', share_url: 'https://p.example/s/x', language: 'zh-CN',
    }); // prettier-ignore
  });

  it('reaches no prototype and comes to an end on deep and long input', () => {
    const [hostile] = read('{"__proto__":{"polluted":1},"title":"A","body":"x"}');
    expect(hostile).toMatchObject({ kind: 'post', post: { fields: { title: 'A' } } });
    expect('polluted' in {}).toBe(false);
    for (const text of [
      '['.repeat(1e6),
      '{"a":'.repeat(2e5),
      `[${'{},'.repeat(1e4)}`,
      `{"${'x'.repeat(1e6)}`,
    ])
      expect(read(text).length).toBeGreaterThan(0);
  });

  it('shows keys with their guesses', () => {
    expect(guessJsonColumns(`[{"标题":"A","foo":{"a":1}},{"text":"x"}]`)).toEqual([
      { column: '标题', field: 'title', sample: 'A' },
      { column: 'foo', field: null, sample: '{"a":1}' },
      { column: 'text', field: 'body', sample: 'x' },
    ]);
  });
});

const corpus = findCorpus('wxr/wp-api-json');

describe.skipIf(!corpus)(corpus ? 'WordPress’s API' : 'WordPress’s API: NOT RUN, folder missing', () => {
  it('gives title, text, date, tags, author and picture', () => {
    const text = readFileSync(join(corpus ?? '.', 'single-post.json'), 'utf8');
    const [entry] = read(text);
    expect(entry).toMatchObject({
      kind: 'post',
      post: { bodyFormat: 'html', fields: { date: '2019-11-07T15:36:54Z' } },
    });
    const post = entry?.kind === 'post' ? entry.post : undefined;
    expect(post?.body).toContain('<p>');
    expect(post?.fields).toMatchObject({ slug: 'my-awesome-post', status: 'publish' });
    expect(post?.fields['categories']).not.toEqual([]);
    expect(post?.fields['author']).toMatch(/\w/);
  });
});
