import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportedPost } from './imported-post';
import { parseOne } from '@/testing/parse-one';
import { parseFile } from './parse-file';
import { findCorpus, listFiles } from '@/testing/test-corpus';

const context = {
  timeZone: 'Asia/Shanghai',
  defaultLanguage: 'zh-CN',
  now: new Date('2026-01-01T00:00:00Z'),
};
const modifiedAt = new Date('2020-05-04T03:02:01Z');

function parse(bytes: string | Buffer, path = '2022-02-18-a.md') {
  return parseOne({ path, bytes: Buffer.from(bytes), modifiedAt }, context);
}

function accept(bytes: string | Buffer, path?: string): ImportedPost {
  const parsed = parse(bytes, path);
  if (!('post' in parsed)) throw new Error(`rejected: ${JSON.stringify(parsed.notes)}`);
  return parsed.post;
}

function codes(bytes: string | Buffer, path?: string): string[] {
  const parsed = parse(bytes, path);
  return ('post' in parsed ? parsed.post.notes : parsed.notes).map(({ code }) => code);
}

const good =
  '---\nlayout: post\ntitle: "标题"\ndate: 2022-02-18 14:51:45 +0800\ncategories: jingzhouribao\ntags: 荆州日报新闻\n---\n正文第一段。\n';
const dateless = '---\ntitle: A\ncategory: b\n---\nThe body.';

describe('bad input has a named outcome', () => {
  it.each<[string, string | Buffer, string, string[]]>([
    ['empty', '', 'a.md', ['empty-file']],
    ['only white space', ' \n\t\n', 'a.md', ['empty-file']],
    ['only a byte order mark', '\ufeff', 'a.md', ['empty-file']],
    ['a picture named .md', Buffer.from('89504e470d0a1a0a00000000', 'hex'), 'a.md', ['not-text']],
    ['a picture', Buffer.from('89504e470d0a1a0a00000000', 'hex'), 'a.png', ['not-a-post']],
    ['an archive named .md', Buffer.from('504b0304140000000000', 'hex'), 'a.md', ['not-a-post']],
    ['a layout', good, '_layouts/post.html', ['not-a-post']],
    ['a file without type', 'MIT licence', 'LICENSE', ['not-a-post']],
    ['too large', Buffer.alloc((10 << 20) + 1, 'x'), 'a.md', ['file-too-large']],
    ['neither title nor text', '---\nlayout: post\n---\n', 'a.md', ['no-readable-text']],
    [
      'only a picture',
      '---\nlayout: post\n---\n<img src="https://a.example/b.png">',
      'a.md',
      ['no-readable-text'],
    ],
    ['only a hidden paragraph', '<p style="display:none">x</p>', 'a.md', ['no-readable-text']],
  ])('rejects %s', (_, bytes, path, expected) => {
    expect(parse(bytes, path)).toMatchObject({ notes: [{}], path });
    expect(codes(bytes, path)).toEqual(expected);
  });

  it.each<[string, string | Buffer, string, string[]]>([
    ['a good post', good, 'a.md', []],
    ['CRLF', good.replaceAll('\n', '\r\n'), 'a.md', []],
    ['a byte order mark', `\ufeff${good}`, 'a.md', []],
    ['UTF-16', Buffer.from(`\ufeff${good}`, 'utf16le'), 'a.md', ['charset-guessed']],
    ['a file without type but with front matter', good, 'a-post', []],
    ['raw quotes', good.replace('标题', '他说"好"了'), 'a.md', ['front-matter-repaired']],
    ['a title and a picture', good.replace('正文第一段。', '![](https://a.example/b.png)'), 'a.md', []],
    ['only front matter', good.replace('正文第一段。', ''), 'a.md', []],
    ['control characters', good.replace('正文', '正\u0000\u0007文'), 'a.md', ['control-characters-removed']],
    ['an empty title', good.replace('"标题"', '""'), 'a.md', ['title-guessed', 'held-as-draft']],
    [
      'an impossible date',
      good.replace('2022-02-18 14:51:45', '2022-02-30 25:61:00'),
      '2022-02-18-a.md',
      ['date-invalid', 'date-guessed', 'held-as-draft'],
    ],
    ['a date in the future', good.replace('2022-', '2031-'), 'a.md', ['scheduled']],
    [
      'no front matter',
      'Just some text.',
      '2022-02-18-a.md',
      ['front-matter-missing', 'title-guessed', 'date-guessed', 'held-as-draft', 'category-missing'],
    ],
  ])('accepts %s', (_, bytes, path, expected) => {
    expect(parse(bytes, path)).toHaveProperty('post');
    expect(codes(bytes, path)).toEqual(expected);
  });

  it('says what it guessed, and from where', () => {
    expect(accept(dateless, '2022-5-3-a.md')).toMatchObject({
      publishedAt: new Date('2022-05-02T16:00:00Z'),
      guessedFields: ['publishedAt'],
      notes: [
        { code: 'date-guessed', params: { from: 'name', date: '2022-05-03' } },
        { code: 'held-as-draft' },
      ],
    });
    expect(accept(dateless, '-202205262391921712.md').notes[0]).toEqual({
      code: 'date-guessed',
      params: { from: 'id', date: '2022-05-26' },
    });
    expect(accept(dateless, 'a.md')).toMatchObject({
      publishedAt: modifiedAt,
      identityKey: 'en:a',
      notes: [
        { code: 'date-guessed', params: { from: 'file-time', date: '2020-05-04' } },
        { code: 'held-as-draft' },
      ],
    });
    expect(accept(good.replace('"标题"', '""'))).toMatchObject({
      title: '正文第一段',
      guessedFields: ['title'],
    });
  });

  it('reads GBK, and the title as text', () => {
    const gbk = Buffer.concat([
      Buffer.from('---\ntitle: '),
      Buffer.from('vt3PpKOs0evQ0L3xyNW/qtW5xOa72Lm6stnX9w==', 'base64'),
      Buffer.from('\ndate: 2022-02-18\n---\nx'),
    ]);
    expect(accept(gbk)).toMatchObject({
      title: '据悉，央行今日开展逆回购操作',
      notes: [{ code: 'charset-guessed', params: { charset: 'gb18030' } }, { code: 'category-missing' }],
    });
    expect(accept(good.replace('标题', 'Espa&ntilde;ol &lt;b&gt; <em>')).title).toBe('Español <b> <em>');
  });

  it.each([
    ['draft: true', 'a.md'],
    ['published: false', 'a.md'],
    ['x: y', '_drafts/a.md'],
  ])('keeps %s in %s from readers', (field, path) => {
    expect(accept(good.replace('layout: post', field), path).isDraft).toBe(true);
  });

  it('takes no author for the outlet', () => {
    expect(accept(good.replace('layout: post', 'author: "Unknown Author"')).sourceName).toBeNull();
  });

  it('keeps a digest that says more than the title', () => {
    expect(accept(good.replace('layout: post', 'description: "标题。"')).digest).toBeNull();
    expect(
      accept(good.replace('layout: post', 'description: "**更多**内容（荆州日报）"\nsource: 荆州日报'))
        .digest,
    ).toBe('更多内容');
  });
});

function parseAll(part: string) {
  const folder = findCorpus(part);
  const files = folder ? listFiles(folder) : [];
  return files.flatMap((file) => [
    ...parseFile({ path: relative(folder ?? '', file), bytes: readFileSync(file), modifiedAt }, context),
  ]);
}

function listRejected(posts: ReturnType<typeof parseAll>): string[] {
  return posts.flatMap((post) => (!('post' in post) ? [`${post.path} ${post.notes[0]?.code ?? ''}`] : []));
}

const corpus = findCorpus('finews');

describe.skipIf(!corpus)(corpus ? 'real posts' : 'real posts: NOT RUN, folder missing', () => {
  it('the first post has every field', () => {
    const [post] = parseAll('seed');
    expect(post).toMatchObject({
      post: {
        title: '全面开启“四大会战”坚决打赢翻身仗',
        publishedAt: new Date('2022-02-18T14:51:45+08:00'),
        zoneOffset: 480,
        category: { slug: 'jingzhouribao', name: '荆州日报' },
        tags: [],
        sourceName: '荆州日报',
        identityKey: '202202182281417543',
        wantedSlug: 'NW202202182281417543',
        language: 'zh-CN',
        guessedFields: [],
        notes: [],
        links: [
          { path: '/jingzhouribao/2022/02/18/nw202202182281417543', kind: 'permalink' },
          { path: '/html_news/newsshare?infocode=nw202202182281417543', kind: 'share' },
        ],
      },
    });
    const paragraphs = post && 'post' in post ? post.post.bodyText.split('\n').filter(Boolean) : [];
    expect(paragraphs).toHaveLength(10);
    expect(paragraphs.join('')).not.toMatch(/文章来源|返回/);
  });

  it('the old site: all accepted, only the broken one waits', () => {
    const posts = [...parseAll('finews'), ...parseAll('finews-twins')];
    expect(listRejected(posts)).toEqual([]);
    const waiting = posts
      .filter((post) => 'post' in post && post.post.guessedFields.length > 0)
      .map(({ path }) => path);
    expect(waiting).toEqual(['-202205262391921712.md']);
    const keys = posts.map((post) => ('post' in post ? post.post.identityKey : ''));
    // Two ids stand in two files each.
    expect([posts.length, new Set(keys).size]).toEqual([28, 26]);
  });

  it('front matter that YAML refuses: all accepted with their own titles', () => {
    const posts = parseAll('jekyll-malformed');
    expect(listRejected(posts)).toEqual(['SOURCES.tsv columns-unknown']);
    const titles = posts.flatMap((post) => ('post' in post ? [post.post.title] : []));
    expect(titles).toEqual([
      'User-centered design at 18F: a design studio for natural resource revenues',
      'A Day in the Life of an 18F Talent Manager',
      'Five Ways to Turn a Bad Idea into a Great One: Steve Portigal Event Recap',
      'Content debt: What it is, where to find it, and how to prevent it in the first place',
      '“Product management at 18F, part 2: Acquisitions”',
      '“Diga o marque 2": USAGov en Español’s New Approach to Interactive Voice Response',
    ]);
  });

  it('a multilingual site and its tool: rejected is only what is no post', { timeout: 120_000 }, () => {
    const posts = parseAll('ruby-lang');
    expect(listRejected(posts).filter((line) => !/^_data\/.*\.yml not-a-post$/.test(line))).toEqual([]);
    const languages = posts.map((post) => ('post' in post ? post.post.language : ''));
    const count = (language: string) => languages.filter((found) => found === language).length;
    expect([count('ja'), count('ko'), count('zh-TW'), count('zh-CN'), count('fr')]).toEqual([
      510, 427, 291, 248, 183,
    ]);
    expect(listRejected(parseAll('jekyll'))).toEqual([
      'LICENSE not-a-post',
      'test/source/_posts/2008-02-03-wrong-extension.yml not-a-post',
      'test/source/_posts/2013-03-19-not-a-post.markdown/.gitkeep empty-file',
    ]);
  });
});
