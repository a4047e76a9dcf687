import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import type { ExportedArticle } from './exported-article';
import { writePost } from './write-post';

function build(overrides: Partial<ExportedArticle> = {}): ExportedArticle {
  const at = new Date('2026-11-20T17:00:00.123Z');
  return {
    id: 1,
    identityKey: 'zh-CN:a',
    slug: 'a',
    title: 'A',
    digest: null,
    bodyHtml: '<p>a</p>',
    sourceName: null,
    sourceUrl: null,
    imageUrl: null,
    canonicalUrl: null,
    publishedAt: at,
    zoneOffset: 480,
    status: 'published',
    language: 'zh-CN',
    guessedFields: [],
    fingerprint: null,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
    category: null,
    tags: [],
    share: null,
    links: [],
    mentions: [],
    revisions: [],
    ...overrides,
  };
}

describe('the file’s name', () => {
  it.each<[Partial<ExportedArticle>, RegExp]>([
    [{ slug: 'NW202202182281417543' }, /^_posts\/2026-11-21-NW202202182281417543\.md$/],
    [{ slug: '新闻', zoneOffset: -300 }, /^_posts\/2026-11-20-新闻\.md$/],
    [{ slug: 'straße' }, /^_posts\/2026-11-21-straße-[0-9a-f]{16}\.md$/],
    [{ slug: 'Ａ' }, /^_posts\/2026-11-21-Ａ-[0-9a-f]{16}\.md$/],
    [{ slug: '../a/b:c?' }, /^_posts\/2026-11-21--a-b-c--[0-9a-f]{16}\.md$/],
    [{ slug: '长'.repeat(120) }, /^_posts\/2026-11-21-长{53}-[0-9a-f]{16}\.md$/],
  ])('of %j', (overrides, name) => {
    const { path } = writePost(build(overrides));
    expect(path).toMatch(name);
    expect(Buffer.byteLength(path)).toBeLessThan(250);
  });
});

describe('the front matter', () => {
  it.each<[Partial<ExportedArticle>, string]>([
    [{}, 'date: 2026-11-21 01:00:00 +0800'],
    [{ zoneOffset: -210 }, 'date: 2026-11-20 13:30:00 -0330'],
    [{ zoneOffset: 0 }, 'date: 2026-11-20 17:00:00 +0000'],
    [{ status: 'draft' }, 'published: false'],
    [{ status: 'withdrawn' }, 'published: false'],
    [{ deletedAt: new Date() }, 'published: false'],
    [{ category: { slug: 'ribao', name: '日报' } }, 'categories: ["ribao"]\ncategory_name: "日报"'],
  ])('of %j', (overrides, lines) => {
    expect(writePost(build(overrides)).text).toContain(`\n${lines}\n`);
  });

  it('is YAML whatever the texts hold', () => {
    const title = '"He\'s" # : {{ }} \\ \u2028\u0085\ufeff\u007f 😀 \t---';
    const { text } = writePost(build({ title, tags: ['true', '~', title] }));
    const lines = text.split('\n');
    const end = lines.indexOf('---', 1);
    expect(parse(lines.slice(1, end).join('\n'))).toMatchObject({
      title,
      tags: ['true', '~', title],
      lang: 'zh-CN',
    });
  });
});

it.each([
  ['<p>a</p>', '<p>a</p>'],
  ['<p>{ a }</p>', '<p>{ a }</p>'],
  ['<p>{{ a }}</p>', '{% raw %}\n<p>{{ a }}</p>\n{% endraw %}'],
  [
    '<p>{% endraw %}{%- endraw -%}</p>',
    '{% raw %}\n<p>&#123;% endraw %}&#123;%- endraw -%}</p>\n{% endraw %}',
  ],
])('the body %s is kept from Liquid', (bodyHtml, written) => {
  expect(writePost(build({ bodyHtml })).text.split('\n---\n')[1]).toBe(`${written}\n`);
});

it('leaves out the oldest states where the file would be too large to be imported again', () => {
  const state = (at: number): ExportedArticle['revisions'][number] => ({
    contentHash: String(at),
    createdAt: new Date(at),
    editorId: null,
    origin: null,
    category: null,
    tags: [],
    mentions: [],
    snapshot: {
      ...build(),
      bodyHtml: 'x'.repeat(3_000_000),
      bodyText: '',
      categoryId: null,
      tagIds: [],
      mentions: [],
    },
  });
  const { text, revisionsLeftOut } = writePost(build({ revisions: [1, 2, 3, 4].map(state) }));
  expect(revisionsLeftOut).toBe(2);
  expect(text.match(/"content_hash":"(\d)"/g)).toEqual(['"content_hash":"3"', '"content_hash":"4"']);
});
