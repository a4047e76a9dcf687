import { describe, expect, it } from 'vitest';
import { ghostReader } from './ghost';
import { renderLexical } from './ghost-content/lexical';
import { renderMobiledoc } from './ghost-content/mobiledoc';

const post = {
  id: 'p1',
  uuid: 'u1',
  title: 'A',
  slug: 'a',
  html: '<p><img src="__GHOST_URL__/content/i.png"></p>',
  feature_image: '__GHOST_URL__/content/f.png',
  status: 'published',
  published_at: '2022-01-01T00:00:00.000Z',
  updated_at: '2022-02-01T00:00:00.000Z',
  custom_excerpt: 'Short',
  canonical_url: 'https://example.org/a',
};
const data = {
  posts: [post],
  tags: [
    { id: 't1', name: 'One' },
    { id: 't2', name: 'Two words' },
    { id: 't3', name: '#inner' },
  ],
  users: [
    { id: 'a1', name: 'Ann' },
    { id: 'a2', name: 'Bo' },
  ],
  posts_tags: [
    { post_id: 'p1', tag_id: 't2', sort_order: 1 },
    { post_id: 'p1', tag_id: 't1', sort_order: 0 },
    { post_id: 'p1', tag_id: 't3', sort_order: 2 },
  ],
  posts_authors: [
    { post_id: 'p1', author_id: 'a1', sort_order: 1 },
    { post_id: 'p1', author_id: 'a2', sort_order: 0 },
  ],
};

function read(json: unknown) {
  return [...ghostReader.read(JSON.stringify(json), 'g', {})];
}

function readPost(more: Record<string, unknown>) {
  const [entry] = read({ posts: [{ title: 'A', html: '<p>x</p>', ...more }] });
  return entry?.kind === 'post' ? entry.post : undefined;
}

describe('ghostReader', () => {
  it.each([
    ['export', { db: [{ meta: {}, data }] }],
    ['export without the outer list', { meta: {}, data }],
  ])('reads an %s', (_, json) => {
    expect(ghostReader.recognise(JSON.stringify(json), 'g')).toBe(true);
    expect(read(json)).toEqual([
      {
        kind: 'post',
        post: {
          path: 'g#1',
          fields: {
            title: 'A',
            date: '2022-01-01T00:00:00.000Z',
            updated: '2022-02-01T00:00:00.000Z',
            slug: 'a',
            link: 'https://example.org/a',
            canonical_url: 'https://example.org/a',
            guid: 'ghost:u1',
            tag: ['One', 'Two words'],
            author: 'Bo',
            status: 'publish',
            digest: 'Short',
            image: '/content/f.png',
          },
          body: '<p><img src="/content/i.png"></p>',
          bodyFormat: 'html',
          notes: [],
        },
      },
    ]);
  });

  it.each([
    ['published', 'publish', undefined],
    ['draft', 'draft', 'true'],
    ['scheduled', 'future', undefined],
    ['sent', 'private', 'true'],
  ])('status %s', (stated, status, draft) => {
    const fields = readPost({ status: stated })?.fields;
    expect([fields?.['status'], fields?.['draft']]).toEqual([status, draft]);
  });

  it.each([
    [
      'the API',
      { tags: [{ name: 'x' }], primary_author: { name: 'Ann' }, authors: [{ name: 'Bo' }] },
      ['x'],
      'Ann',
    ],
    ['the migration format', { tags: [{ url: 'u', data: { name: 'x' } }], author: { url: 'u', data: { name: 'Bo' } } }, ['x'], 'Bo'], // prettier-ignore
  ])('tags and author of %s', (_, more, tag, author) => {
    expect(readPost(more)?.fields).toMatchObject({ tag, author });
  });

  it('takes Markdown, times in milliseconds and values of any kind', () => {
    expect(readPost({ html: null, markdown: '# a', published_at: 1_388_318_400_000 })).toMatchObject({
      body: '# a',
      bodyFormat: 'markdown',
      fields: { date: '2013-12-29T12:00:00.000Z' },
    });
    expect(readPost({ published_at: 1e300, tags: 5, author: [], uuid: {}, slug: 7 })?.fields).toEqual({
      title: 'A',
      status: 'publish',
    });
    expect(read({ posts: [5, { title: ' ', html: '' }] }).map(({ kind }) => kind)).toEqual([
      'rejected',
      'rejected',
    ]);
    expect(read({ posts: [] })).toEqual([
      { kind: 'rejected', path: 'g', note: { code: 'no-readable-text' } },
    ]);
  });

  it.each([
    '',
    '{',
    '[]',
    '{"posts":[]}',
    '{"posts":[{"title":"a"}]}',
    '{"posts":"html"}',
    `{"posts":${'['.repeat(200_000)}`,
  ])('does not take %.30s for its own', (text) => {
    expect(ghostReader.recognise(text, 'ghost.json')).toBe(false);
  });
});

describe('renderMobiledoc', () => {
  it('renders text, marks, lists, pictures and cards', () => {
    const document = {
      markups: [['strong'], ['a', ['href', 'https://example.org/?a&b']], ['script']],
      atoms: [['soft-return', '', {}]],
      cards: [
        ['markdown', { markdown: '*m*' }],
        ['image', { src: 'i.png', caption: 'C' }],
        ['code', { code: 'a < b' }],
        ['email', {}],
      ],
      sections: [
        [
          1,
          'p',
          [
            [0, [0, 1], 1, 'a < b'],
            [1, [], 0, 0],
            [0, [], 1, 'c'],
            [0, [2], 1, 'd'],
          ],
        ],
        [1, 'h2', [[0, [], 0, 'H']]],
        [3, 'ol', [[[0, [], 0, 'one']], [[0, [], 0, 'two']]]],
        [2, 'p.png'],
        [10, 0],
        [10, 1],
        [10, 2],
        [10, 3],
        [10, 99],
        'nonsense',
      ],
    };
    expect(renderMobiledoc(JSON.stringify(document)).split(/\n+/)).toEqual([
      '<p><strong><a href="https://example.org/?a&amp;b">a &lt; b</a><br>c</strong>d</p>',
      '<h2>H</h2>',
      '<ol><li>one</li><li>two</li></ol>',
      '<img src="p.png">',
      '<p><em>m</em></p>',
      '<figure><img src="i.png" alt=""><figcaption>C</figcaption></figure>',
      '<pre><code>a &lt; b</code></pre>',
      '',
    ]);
    expect(renderMobiledoc('no document')).toBe('');
  });
});

describe('renderLexical', () => {
  const render = (...children: unknown[]) => renderLexical(JSON.stringify({ root: { children } }));
  const text = (value: string, format = 0) => ({ type: 'extended-text', text: value, format });

  it.each([
    [
      { type: 'paragraph', children: [text('a < b'), text('c', 3)] },
      '<p>a &lt; b<strong><em>c</em></strong></p>',
    ],
    [{ type: 'extended-heading', tag: 'h3', children: [text('H')] }, '<h3>H</h3>'],
    [{ type: 'heading', tag: 'script', children: [] }, '<h2></h2>'],
    [{ type: 'list', listType: 'number', tag: 'ol', children: [{ type: 'listitem', children: [text('x')] }] }, '<ol><li>x</li></ol>'], // prettier-ignore
    [{ type: 'paragraph', children: [{ type: 'link', url: 'https://e.org/"', children: [text('l')] }] }, '<p><a href="https://e.org/&quot;">l</a></p>'], // prettier-ignore
    [{ type: 'image', src: 'i.png', alt: 'A', caption: '<b>C</b>' }, '<figure><img src="i.png" alt="A"><figcaption><b>C</b></figcaption></figure>'], // prettier-ignore
    [{ type: 'markdown', markdown: '# m' }, '<h1>m</h1>\n'],
    [{ type: 'html', html: '<i>x</i>' }, '<i>x</i>'],
    [
      { type: 'bookmark', url: 'https://e.org', metadata: { title: 'T' } },
      '<p><a href="https://e.org">T</a></p>',
    ],
    [{ type: 'paywall' }, ''],
    [5, ''],
  ])('%j', (node, html) => {
    expect(render(node)).toBe(html);
  });

  it('ends at a depth that no editor makes', () => {
    const deep = `${'{"type":"quote","children":['.repeat(5000)}${']}'.repeat(5000)}`;
    expect(renderLexical(`{"root":{"children":[${deep}]}}`).length).toBeLessThan(2000);
  });
});
