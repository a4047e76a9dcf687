import { describe, expect, it } from 'vitest';
import { foldCategoryName, foldCategorySlug } from '@/lib/articles/fold-category';
import { findCategory } from './category';
import { parseFields } from './post-schema';

function find(fields: Record<string, unknown>, path = 'a.md') {
  const { category, tags } = findCategory(parseFields(fields), path);
  return [category && `${category.slug}=${category.name ?? ''}`, ...tags];
}

const post = { layout: 'post' };

describe('findCategory', () => {
  it.each<[string, Record<string, unknown>, (string | null)[]]>([
    ['old site', { ...post, categories: 'jingzhouribao', tags: '荆州日报新闻' }, ['jingzhouribao=荆州日报']],
    [
      '新闻 stripped once',
      { ...post, categories: 'meirijingjixinwen', tags: '每日经济新闻新闻' },
      ['meirijingjixinwen=每日经济新闻'],
    ],
    ['no 新闻', { ...post, categories: 'sitenews', tags: '站长消息' }, ['sitenews=站长消息']],
    ['rolling news', { ...post, categories: 'emnews', tags: '东财滚动新闻' }, ['emnews=东财滚动']],
    ['only 新闻', { ...post, categories: 'news', tags: '新闻' }, ['news=新闻']],
    [
      'spaces',
      { ...post, categories: '21shijijingjibaodao  nancailicaitong', tags: '21世纪经济报道 南财理财通新闻' },
      ['21shijijingjibaodao-nancailicaitong=21世纪经济报道 南财理财通'],
    ],
    [
      'brackets',
      { ...post, categories: 'anxinguojizhengquan(xianggang)', tags: '安信国际证券(香港)新闻' },
      ['anxinguojizhengquan-xianggang=安信国际证券(香港)'],
    ],
    ['other case', { ...post, categories: 'TechWeb', tags: 'TechWeb网站新闻' }, ['techweb=TechWeb网站']],
    [
      'as a list of one',
      { ...post, categories: ['jingzhouribao'], tags: ['荆州日报新闻'] },
      ['jingzhouribao=荆州日报'],
    ],
    [
      'several tags of another site',
      { ...post, categories: 'tech', tags: '编程 生活' },
      ['tech=tech', '编程', '生活'],
    ],
    [
      'several Chinese tags',
      { ...post, categories: 'tech', tags: ['编程', '生活'] },
      ['tech=tech', '编程', '生活'],
    ],
    ['a Chinese category', { ...post, categories: '财经', tags: '股市' }, ['财经=财经', '股市']],
    ['Latin tag', { ...post, categories: 'release', tags: 'jekyll' }, ['release=release', 'jekyll']],
    ['another layout', { layout: 'news', categories: 'tech', tags: '编程' }, ['tech=tech', '编程']],
    [
      'a string of words',
      { categories: 'foo bar baz', tags: 'ay bee' },
      ['foo=foo', 'bar', 'baz', 'ay', 'bee'],
    ],
    [
      'commas',
      { categories: 'Foo Bar, Baz', tags: 'one two，three' },
      ['foo-bar=Foo Bar', 'Baz', 'one two', 'three'],
    ],
    [
      'singular and plural',
      { category: 'Top News', categories: 'Posts', tag: 'Lorem Ipsum', tags: 'dolor' },
      ['top-news=Top News', 'Posts', 'Lorem Ipsum', 'dolor'],
    ],
    ['the same word twice', { category: 'a', tags: ['B', 'b', ' B '] }, ['a=a', 'B']],
    [
      'a name of its own',
      { ...post, category: 'jingzhouribao', category_name: '荆州日报', tags: ['湖北'] },
      ['jingzhouribao=荆州日报', '湖北'],
    ],
    ['a number', { category: '2013' }, ['2013=2013']],
    ['nothing', {}, [null]],
    ['the wrong shape', { categories: { a: 'b' }, tags: [{ a: 1 }, null, 'ok'] }, [null, 'ok']],
  ])('%s', (_, fields, expected) => {
    expect(find(fields)).toEqual(expected);
  });

  it('takes the folder around _posts, but no language and no root', () => {
    expect(find({}, 'foo/_posts/bar/2008-12-12-x.md')).toEqual(['foo=foo']);
    expect(find({}, 'ja/news/_posts/x.md')).toEqual(['news=news']);
    expect(find({}, 'ja/_posts/x.md')).toEqual([null]);
    expect(find({}, 'source/_posts/x.md')).toEqual([null]);
    expect(find({}, '_posts/x.md')).toEqual([null]);
    expect(findCategory(parseFields({}), 'foo/_posts/x.md').notes).toEqual([
      { code: 'category-guessed', params: { category: 'foo' } },
    ]);
    expect(findCategory(parseFields({}), 'x.md').notes).toEqual([{ code: 'category-missing' }]);
  });
});

describe('folding', () => {
  it('makes one of all spellings', () => {
    expect(foldCategorySlug('TechWeb')).toBe(foldCategorySlug('Techweb'));
    expect(foldCategorySlug('21shijijingjibaodao  nancailicaitong')).toBe(
      '21shijijingjibaodao-nancailicaitong',
    );
    expect(foldCategorySlug(foldCategorySlug('A (b)/c'))).toBe('a-b-c');
    expect(foldCategoryName('Ｔech Web')).toBe('techweb');
  });

  it('never is empty and differs where nothing of a name is left', () => {
    expect(foldCategorySlug('***')).not.toBe(foldCategorySlug('+++'));
    expect(foldCategorySlug('')).toMatch(/^c-/);
  });
});
