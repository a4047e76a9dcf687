import { describe, expect, it } from 'vitest';
import { buildLinks } from './build-links';
import { parseFields } from './post-schema';

const id = '202202182281417543';
const base = {
  path: '2013-06-27-Some name.md',
  keepsAddress: true,
  sourceId: null,
  days: ['2013-06-27'],
  sourceLinks: [],
  shareUrl: null,
};

function build(fields: Record<string, unknown>, own: Partial<Parameters<typeof buildLinks>[0]> = {}) {
  return buildLinks({ ...base, ...own, fields: parseFields(fields) }).map(
    ({ path, kind }) => `${kind} ${path}`,
  );
}

describe('buildLinks', () => {
  it('of a post with an id of the source: permalink, share page, source page', () => {
    const share = `http://a.example/html_News/NewsShare.html?infoCode=NW${id}`;
    const source = `http://b.example/news/1354,${id}.html`;
    const own = { path: `2022-02-18-NW${id}.md`, sourceId: id, days: ['2022-02-18'], shareUrl: share };
    expect(
      build(
        { categories: 'jingzhouribao' },
        { ...own, sourceLinks: [share, source, 'http://c.example/about'] },
      ),
    ).toEqual([
      `permalink /jingzhouribao/2022/02/18/nw${id}`,
      `share /html_news/newsshare?infocode=nw${id}`,
      `source /news/1354,${id}`,
    ]);
  });

  it.each<[string, Record<string, unknown>, string, string[]]>([
    [
      'two categories',
      { categories: 'Foo bar' },
      'x',
      ['permalink /foo/bar/2013/06/27/x', 'build-date /2013-06-27-x'],
    ],
    [
      'a fixed permalink',
      { permalink: '/my/place.html' },
      'x',
      ['permalink /my/place', 'build-date /2013-06-27-x'],
    ],
    [
      'a fixed permalink without a slash before it',
      { permalink: 'my/place' },
      'x',
      ['permalink /my/place', 'build-date /2013-06-27-x'],
    ],
    ['a pattern', { permalink: '/:title/' }, 'x', ['permalink /x', 'build-date /2013-06-27-x']],
    [
      'a named style',
      { permalink: 'none', category: 'a' },
      'x',
      ['permalink /a/x', 'build-date /2013-06-27-x'],
    ],
    [
      'former addresses',
      { redirect_from: ['/old/', '/older.html'] },
      'x',
      ['permalink /2013/06/27/x', 'permalink /old', 'permalink /older', 'build-date /2013-06-27-x'],
    ],
    [
      'signs in the name',
      {},
      'hash-#1',
      ['permalink /2013/06/27/hash-%231', 'permalink /2013/06/27/hash-1', 'build-date /2013-06-27-hash-%231'],
    ],
  ])('%s', (_, fields, name, expected) => {
    expect(build(fields, { path: `2013-06-27-${name}.md` })).toEqual(expected);
  });

  it('begins the address of a multilingual site at the language', () => {
    const own = { path: 'site/en/news/_posts/2013-06-27-x.md' };
    expect(build({}, own)[0]).toBe('permalink /en/news/2013/06/27/x');
    expect(build({}, { path: 'news/_posts/2013-06-27-x.md' })[0]).toBe('permalink /news/2013/06/27/x');
    expect(build({}, { path: 'source/_posts/2013-06-27-x.md' })[0]).toBe('permalink /2013/06/27/x');
  });
});
