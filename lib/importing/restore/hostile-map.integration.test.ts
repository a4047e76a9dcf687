import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { saveArticles } from '@/lib/articles/save-articles';
import { getDb } from '@/lib/db/prisma-client';
import { buildArticleInput } from '@/testing/build-article-input';
import { importPaths } from '../import-paths';

const time = '2025-01-02T03:04:05.006Z';

function buildMap(slug: string, changes: Record<string, unknown> = {}) {
  return {
    format: 1,
    identity_key: `zh-CN:${slug}`,
    slug,
    status: 'published',
    deleted_at: null,
    published_at: time,
    zone_offset: 480,
    created_at: time,
    updated_at: time,
    language: 'zh-CN',
    guessed_fields: [],
    image_url: null,
    canonical_url: null,
    fingerprint: null,
    share: null,
    links: [],
    mentions: [],
    revisions: [],
    ...changes,
  };
}

const revision = {
  content_hash: 'a'.repeat(64),
  created_at: time,
  editor_id: null,
  origin: 'cli',
  title: '从前',
  digest: null,
  source_name: null,
  source_url: null,
  image_url: null,
  canonical_url: null,
  published_at: time,
  zone_offset: 480,
  status: 'published',
  language: 'zh-CN',
  guessed_fields: [],
  category: null,
  deleted_at: null,
  updated_at: time,
  fingerprint: null,
  tags: [],
  mentions: [],
};

/** Imports one post with a map; `title` tells posts apart. */
async function importMap(title: string, map: unknown, body = '<p>正文。</p>') {
  const folder = path.join(await mkdtemp(path.join(tmpdir(), 'finews-map-')), 'export');
  await mkdir(folder);
  const json = typeof map === 'string' ? map : JSON.stringify(map);
  const text = `---\ntitle: "${title}"\ndate: 2025-01-02 11:04:05 +0800\nfinews: ${json}\n---\n${body}\n`;
  await writeFile(path.join(folder, `2025-01-02-${title}.md`), text);
  const report = await importPaths([folder], { dryRun: false, asDraft: false, origin: 'cli' });
  return { report, item: report.items[0] };
}

async function find(slug: string) {
  return getDb().article.findUnique({
    where: { slug },
    include: { links: true, shortLink: true, revisions: true },
  });
}

const link = { path: '/x', kind: 'permalink', created_at: time };

it.each<[string, unknown]>([
  ['slug-traversal', buildMap('x', { slug: '../../etc/passwd' })],
  ['slug-markup', buildMap('x', { slug: 'a"><script>' })],
  ['canonical-script', buildMap('x', { canonical_url: 'javascript:alert(1)' })],
  ['image-data', buildMap('x', { image_url: 'data:text/html,<script>alert(1)</script>' })],
  ['types', buildMap('x', { links: 'all', status: 7 })],
  ['status', buildMap('x', { status: 'admin' })],
  ['front-page', buildMap('x', { links: [{ ...link, path: '/' }] })],
  ['too-many', buildMap('x', { links: Array.from({ length: 10_001 }, () => link) })],
  ['identity-control', buildMap('x', { identity_key: 'a\u0007b' })],
  ['fingerprint', buildMap('x', { fingerprint: '9'.repeat(40) })],
  ['newer-format', buildMap('x', { format: 2 })],
  ['time', buildMap('x', { created_at: 'yesterday' })],
  ['broken-json', '{"format": 1, "slug": '],
  ['nested', `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
])('a map that no portal wrote is left aside, and the post comes in without it: %s', async (title, map) => {
  const { report, item } = await importMap(title, map);
  expect(report).toMatchObject({ created: 1, rejected: 0 });
  expect(item?.notes.map(({ code }) => code)).toContain('export-map-invalid');
  const article = await find(title);
  expect(article).toMatchObject({ slug: title, status: 'published', canonicalUrl: null, imageUrl: null });
  expect(article?.createdAt.toISOString()).not.toBe(time);
});

it('text with what no column takes is cleaned, and prototypes stay as they are', async () => {
  const map = JSON.stringify(
    buildMap('nul', {
      mentions: [{ market: '1', code: '60', name: 'a\u0000b\ud800', kind: 'stock', count: 1 }],
    }),
  ).replace('{', '{"__proto__": {"isAdmin": true},');
  expect((await importMap('nul', map)).report).toMatchObject({ created: 1, rejected: 0 });
  expect(await getDb().stock.findFirst({ where: { code: '60' } })).toMatchObject({ name: 'ab\ufffd' });
  expect({}).not.toHaveProperty('isAdmin');
});

it('the bodies of former states are sanitised like any other', async () => {
  const body_html = '<p onclick="x()">旧<script>alert(1)</script><a href="javascript:x()">l</a></p>';
  await importMap('former', buildMap('former', { revisions: [{ ...revision, body_html }] }));
  const [former] = (await find('former'))?.revisions ?? [];
  expect(JSON.stringify(former?.snapshot)).not.toMatch(/script|onclick/);
  expect(former?.snapshot).toMatchObject({ bodyText: '旧l' });
});

it('addresses and codes of others stay theirs, and the report says so', async () => {
  const [other] = await saveArticles(
    [
      buildArticleInput({
        identityKey: 'zh-CN:other',
        wantedSlug: 'other',
        links: [{ path: '/taken', kind: 'permalink' }],
      }),
    ],
    {},
  );
  const { code = '' } = (await find('other'))?.shortLink ?? {};
  const { item } = await importMap(
    'thief',
    buildMap('other', {
      identity_key: 'zh-CN:thief',
      share: { code, visits: 99, last_visit_at: null, created_at: time },
      links: ['/taken', '/articles/other', '/free', 'no-path', '/Not/Folded.html'].map((at) => ({
        ...link,
        path: at,
      })),
    }),
  );
  expect(item?.notes).toContainEqual({
    code: 'address-taken',
    params: { addresses: `/taken /articles/other /s/${code}`, count: 3 },
  });
  expect(await find('other')).toMatchObject({ id: other?.articleId, shortLink: { code, visits: 0 } });
  expect((await find('other'))?.links.map(({ path: at }) => at).sort()).toEqual([
    '/articles/other',
    '/taken',
  ]);
  const thief = await find('other-zh-cn');
  expect(thief?.links.map(({ path: at }) => at).sort()).toEqual(['/articles/other-zh-cn', '/free']);
  expect(thief?.shortLink).toMatchObject({ visits: 0 });
});

it('an article that is there keeps its links, short link, times and history', async () => {
  const input = buildArticleInput({ identityKey: 'zh-CN:there', wantedSlug: 'there', title: 'there' });
  await saveArticles([input], {});
  const before = await find('there');
  const { report } = await importMap(
    'there',
    buildMap('there', {
      deleted_at: time,
      status: 'withdrawn',
      share: { code: 'hostile1', visits: 5, last_visit_at: null, created_at: time },
      revisions: [revision, revision],
    }),
    '<p>there的正文。</p><p>改了一句。</p>',
  );
  expect(report).toMatchObject({ updated: 1 });
  const after = await find('there');
  expect(after).toMatchObject({
    status: 'published',
    deletedAt: null,
    createdAt: before?.createdAt,
    shortLink: before?.shortLink,
  });
  expect(after?.revisions).toHaveLength(1); // its own former state
});

it('the identity of another article is not enough to write over it', async () => {
  const words = '完全不同的一篇文章，讲的是另一件事，和原来的那一篇没有任何关系，一个字也不一样。';
  await saveArticles(
    [buildArticleInput({ identityKey: 'zh-CN:mine', wantedSlug: 'mine', title: '我的文章' })],
    {},
  );
  const { report } = await importMap(
    'foreign',
    buildMap('mine', { identity_key: 'zh-CN:mine' }),
    `<p>${words}</p>`,
  );
  expect(report).toMatchObject({ created: 1, updated: 0 });
  expect(await find('mine')).toMatchObject({ title: '我的文章' });
});

it('two posts of one import with one code: the first has it', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'finews-map-'));
  for (const slug of ['one', 'two']) {
    const share = { code: 'SameCode', visits: 1, last_visit_at: null, created_at: time };
    const text = `---\ntitle: ${slug}\nfinews: ${JSON.stringify(buildMap(slug, { share }))}\n---\n<p>${slug}</p>\n`;
    await writeFile(path.join(folder, `2025-01-02-${slug}.md`), text);
  }
  const report = await importPaths([folder], { dryRun: false, asDraft: false, origin: 'cli' });
  expect(report).toMatchObject({ created: 2, rejected: 0 });
  expect((await find('one'))?.shortLink?.code).toBe('SameCode');
  expect((await find('two'))?.shortLink?.code).not.toBe('SameCode');
});
