import { describe, expect, it } from 'vitest';
import { readFileName } from './file-name';
import { buildSlug, findIdentity } from './identity';

const id = '202205262391921712';
const base = {
  title: '',
  language: 'zh-CN',
  day: null,
  slug: null,
  permalink: null,
  guid: null,
  link: null,
  idScope: null,
  sourceLinks: [],
};

describe('findIdentity', () => {
  it.each([
    [`2022-05-26-NW${id}.md`, {}, id, `NW${id}`],
    [`2022-05-26-nw${id}.md`, {}, id, `NW${id}`],
    [`2022-05-26-${id}.md`, {}, id, id],
    [`-${id}.md`, {}, id, id],
    [`-NW${id}.md`, {}, id, `NW${id}`],
    [`a/_posts/2022-05-26-${id}.markdown`, {}, id, id],
    ['hello.md', { sourceLinks: [`http://x.example/NewsShare.html?infoCode=NW${id}`] }, id, `NW${id}`],
    ['hello.md', { permalink: `/a/${id}.html` }, id, id],
    [`${id}.md`, { sourceLinks: ['http://x.example/news/1354,202112082206885265.html'] }, id, id],
    ['2021-12-01-init.md', { day: '2021-12-01' }, 'zh-cn:2021-12-01-init', 'init'],
    ['2021-12-01-Init.html', { day: '2021-12-01', language: 'en' }, 'en:2021-12-01-init', 'init'],
    ['my-post.md', { day: null }, 'zh-cn:my-post', 'my-post'],
    ['posts/hello/index.md', { day: '2021-01-02' }, 'zh-cn:2021-01-02-hello', 'hello'],
    ['2021-12-01-x.md', { day: '2021-12-01', slug: 'Own Slug' }, 'zh-cn:2021-12-01-x', 'own-slug'],
    [
      '2021-12-01-x.md',
      { day: '2021-12-01', permalink: '/my_category/permalinked-post.html' },
      'zh-cn:2021-12-01-x',
      'permalinked-post',
    ],
    ['2021-12-01-x.md', { day: '2021-12-01', permalink: '/:title' }, 'zh-cn:2021-12-01-x', 'x'],
    ['2021-12-01-降准是什么？.md', { day: '2021-12-01' }, 'zh-cn:2021-12-01-降准是什么？', '降准是什么'],
    ['!!!.md', {}, 'zh-cn:!!!', 'post'],
  ])('%s %j', (path, own, identityKey, wantedSlug) => {
    expect(findIdentity({ ...base, ...own, path })).toMatchObject({ identityKey, wantedSlug });
  });

  it('keeps slugs short and whole', () => {
    const slug = buildSlug('𠀀'.repeat(300));
    expect(Array.from(slug)).toHaveLength(120);
    expect(slug.isWellFormed()).toBe(true);
  });
});

describe('readFileName', () => {
  it.each([
    ['2015-2-26-Five-Ways.md', 'Five-Ways', { year: 2015, month: 2, day: 26 }],
    ['2018-10-12-trailing-dots...markdown', 'trailing-dots', { year: 2018, month: 10, day: 12 }],
    ['2014-01-01-ruby-2.0.0-released', 'ruby-2.0.0-released', { year: 2014, month: 1, day: 1 }],
    ['2009-03-12-hash-#1.markdown', 'hash-#1', { year: 2009, month: 3, day: 12 }],
    ['2014-03-22-escape-+ %20[].markdown', 'escape-+ %20[]', { year: 2014, month: 3, day: 22 }],
    ['notes.txt', 'notes', null],
    ['-x.md', 'x', null],
  ])('%s', (path, name, day) => {
    expect(readFileName(path)).toMatchObject({ name, day });
  });
});
