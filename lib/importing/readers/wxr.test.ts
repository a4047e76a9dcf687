import { describe, expect, it } from 'vitest';
import { wxrReader } from './wxr';

const head =
  '<?xml version="1.0"?>\n<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:dc="http://purl.org/dc/elements/1.1/"' +
  ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/">\n<channel>' +
  '<link>https://example.org</link><wp:author><wp:author_login>ann</wp:author_login><wp:author_display_name><![CDATA[Ann Li]]></wp:author_display_name></wp:author>';

const post = `
<item><title>Rust &amp; C&mdash;<![CDATA[A <em>tale</em>]]></title><link>/2022/05/tale/</link>
<guid isPermaLink="false">https://example.org/?p=7</guid><dc:creator>ann</dc:creator>
<content:encoded><![CDATA[One.

Two.]]></content:encoded><excerpt:encoded><![CDATA[Short]]></excerpt:encoded><wp:post_id>7</wp:post_id>
<wp:post_date>2022-05-30 17:33:09</wp:post_date><wp:post_date_gmt>2022-05-30 09:33:09</wp:post_date_gmt>
<wp:post_name>%e6%96%b0%e9%97%bb</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="world-news"><![CDATA[World &amp; News]]></category>
<category domain="category" nicename="tech">Tech Web</category><category domain="post_tag" nicename="a-b">A B</category>
<category domain="post_format" nicename="aside">Aside</category>
<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta></item>`;

const picture =
  '<item><title>p</title><wp:post_type>attachment</wp:post_type><wp:post_id>9</wp:post_id><wp:attachment_url>https://example.org/p.jpg</wp:attachment_url></item>';

function build(type: string, status: string, more = '') {
  return `<item><title>t</title><wp:post_type>${type}</wp:post_type><wp:status>${status}</wp:status>${more}</item>`;
}

function read(items: string) {
  return [...wxrReader.read(`${head}${items}</channel></rss>`, 'a.xml', {})];
}

describe('wxrReader', () => {
  it('reads a post with all it says', () => {
    expect(read(post + picture)).toEqual([
      {
        kind: 'post',
        post: {
          path: 'a.xml#1',
          line: 4,
          fields: {
            title: 'Rust & C—A tale',
            date: '2022-05-30T17:33:09+08:00',
            slug: '新闻',
            link: 'https://example.org/2022/05/tale/',
            guid: 'https://example.org/?p=7',
            category: ['world-news', 'Tech Web'],
            category_name: 'World & News',
            tag: ['A B'],
            status: 'publish',
            digest: 'Short',
            author: 'Ann Li',
            image: 'https://example.org/p.jpg',
          },
          body: '<p>One.</p>\n<p>Two.</p>',
          bodyFormat: 'html',
          notes: [],
        },
      },
    ]);
  });

  it.each<[string, string, boolean, boolean]>([
    ['post', 'publish', true, false],
    ['page', 'publish', true, false],
    ['post', 'future', true, false],
    ['post', 'draft', true, true],
    ['post', 'pending', true, true],
    ['page', 'private', true, true],
    ['post', 'auto-draft', true, true],
    ['post', 'trash', false, false],
    ['attachment', 'inherit', false, false],
    ['nav_menu_item', 'publish', false, false],
    ['revision', 'inherit', false, false],
    ['wp_global_styles', 'publish', false, false],
    ['recipe', 'publish', false, false],
  ])('%s, %s', (type, status, isPost, isDraft) => {
    const [entry] = read(build(type, status));
    expect(entry?.kind).toBe(isPost ? 'post' : 'rejected');
    expect(entry?.kind === 'post' && entry.post.fields['draft'] === 'true').toBe(isDraft);
  });

  it("takes plugins' types with content, and holds posts with a password", () => {
    const entries = read(
      build('recipe', 'publish', '<content:encoded>Stir.</content:encoded>') +
        build('post', 'publish', '<wp:post_password>secret</wp:post_password>'),
    );
    expect(entries.map((entry) => entry.kind === 'post' && entry.post.fields['draft'])).toEqual([
      undefined,
      'true',
    ]);
  });

  it.each([
    ['attachments alone', picture, { code: 'not-a-post', params: { type: 'attachment' } }],
    ['no items', '', { code: 'no-readable-text' }],
  ])('says why there is nothing: %s', (_, items, note) => {
    expect(read(items)).toEqual([{ kind: 'rejected', path: 'a.xml', note }]);
  });

  it('reads CDATA in CDATA, an end in the middle and text that nobody escaped', () => {
    const content = (inner: string) =>
      build('post', 'publish', `<content:encoded>${inner}</content:encoded>`);
    const bodies = read(
      content('<![CDATA[a <![CDATA[b]]> <i>c</i>]]>') +
        content('<![CDATA[a]]]]><![CDATA[>b]]>') +
        content('<p>a &amp; b</p>') +
        content('<![CDATA[<p>cut o').replace(/<\/content.*$/, ''),
    ).map((entry) => entry.kind === 'post' && entry.post.body);
    expect(bodies.slice(0, 3)).toEqual([
      '<p>a <![CDATA[b]]> <i>c</i></p>',
      '<p>a]]>b</p>',
      '<p>a &amp; b</p>',
    ]);
    expect(bodies[3]).toContain('<p>cut o');
  });

  it.each([
    [`${head}</channel></rss>`, true],
    ['<rss version="2.0"><channel><item><wp:post_type>post</wp:post_type></item></channel></rss>', true],
    ['<rss version="2.0"><channel><item><title>a</title></item></channel></rss>', false],
    ['An article about http://wordpress.org/export/1.2/', false],
  ])('knows its format by content (%#)', (text, expected) => {
    expect(wxrReader.recognise(text, 'notes.txt')).toBe(expected);
  });
});
