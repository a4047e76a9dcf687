import { describe, expect, it } from 'vitest';
import { feedReader } from './feed';
import { readFeedMeta } from './feed-meta';

function readPosts(text: string) {
  return [...feedReader.read(text, 'f', {})].map((entry) =>
    entry.kind === 'post' ? entry.post : entry.note,
  );
}

function readOne(text: string) {
  const [entry] = [...feedReader.read(text, 'f', {})];
  if (entry?.kind !== 'post') throw new Error('no post');
  return entry.post;
}

const rss = (item: string, head = '') =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
  ` xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>${head}<item>${item}</item></channel></rss>`;
const atom = (entry: string, head = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">${head}<entry>${entry}</entry></feed>`;

describe('feedReader', () => {
  it('reads an RSS item with all it says', () => {
    const item =
      '<title>A &amp;amp; B</title><link>/a?b=1&c=2</link><guid isPermaLink="false">x-1</guid><pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate>' +
      '<category>Summer 2017</category><category>Summer 2017</category><dc:subject>News</dc:subject><dc:creator>Ann</dc:creator>' +
      '<description>&lt;b&gt;Short&lt;/b&gt;</description><content:encoded><![CDATA[<p>Full</p>]]></content:encoded>' +
      '<enclosure url="https://example.org/a.mp3" type="audio/mpeg"/><media:content url="https://example.org/p.jpg" medium="image"/>';
    expect(readOne(rss(item, '<link>https://example.org/</link><language>zh-CN</language>\n\n'))).toEqual({
      path: 'f#1',
      line: 3,
      fields: {
        title: 'A & B',
        date: 'Thu, 01 Jan 2004 19:48:21 GMT',
        link: 'https://example.org/a?b=1&c=2',
        guid: 'x-1',
        tag: ['Summer 2017', 'News'],
        author: 'Ann',
        digest: '<b>Short</b>',
        image: 'https://example.org/p.jpg',
        language: 'zh-CN',
      },
      body: '<p>Full</p>',
      bodyFormat: 'html',
      notes: [],
    });
  });

  it('reads an Atom entry with all it says', () => {
    const entry =
      '<title type="html">A &amp;lt;b&amp;gt; &lt;i&gt;c&lt;/i&gt;</title><id>tag:example.org,2022:1</id><updated>2022-02-02T00:00:00Z</updated>' +
      '<published>2022-01-01T00:00:00Z</published><link rel="self" href="/self"/><link href="a.html"/><author><name>Bo</name><email>b@example.org</email></author>' +
      '<category term="t1" label="One"/><category term="two"/><summary>Short</summary>' +
      '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Full &amp; <em>rich</em></p></div></content>';
    expect(readOne(atom(entry, '<link href="https://example.org/blog/"/>'))).toMatchObject({
      fields: {
        title: 'A <b> c',
        date: '2022-01-01T00:00:00Z',
        updated: '2022-02-02T00:00:00Z',
        guid: 'tag:example.org,2022:1',
        link: 'https://example.org/blog/a.html',
        author: 'Bo',
        tag: ['One', 'two'],
        digest: 'Short',
        language: 'de',
      },
      body: '<div xmlns="http://www.w3.org/1999/xhtml"><p>Full &amp; <em>rich</em></p></div>',
      bodyFormat: 'html',
    });
  });

  it.each<[string, string, string, string]>([
    [
      'escaped HTML',
      rss('<description>&lt;p&gt;a &amp;amp; b&lt;/p&gt;</description>'),
      '<p>a &amp; b</p>',
      'html',
    ],
    [
      'HTML that nobody escaped',
      rss('<description>a <b>b</b> &amp; c</description>'),
      'a <b>b</b> &amp; c',
      'html',
    ],
    ['Atom text', atom('<content type="text">a &lt; b</content>'), 'a < b', 'text'],
    ['Atom without a type', atom('<content>a\nb</content>'), 'a\nb', 'text'],
    ['Atom HTML without a type', atom('<content>&lt;p&gt;a&lt;/p&gt;</content>'), '<p>a</p>', 'html'],
    [
      'prefixed XHTML',
      atom(
        '<content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>a</h:p></h:div></content>',
      ),
      '<div xmlns:h="http://www.w3.org/1999/xhtml"><p>a</p></div>',
      'html',
    ],
    ['base64', atom('<content type="text/html" mode="base64">PHA+YTwvcD4=</content>'), '<p>a</p>', 'html'],
    [
      'a picture as content',
      atom('<title>t</title><content type="image/png">iVBORw0KGgo=</content>'),
      '',
      'text',
    ],
    ['a summary alone', atom('<summary type="html">&lt;p&gt;a&lt;/p&gt;</summary>'), '<p>a</p>', 'html'],
  ])('reads %s', (_, text, body, bodyFormat) => {
    expect(readOne(text)).toMatchObject({ body, bodyFormat });
    expect(readOne(text).fields).not.toHaveProperty('digest');
  });

  it.each([
    ['<guid>https://example.org/1</guid>', 'https://example.org/1'],
    ['<guid isPermaLink="false">https://example.org/1</guid>', undefined],
    ['<guid>1</guid>', undefined],
    ['<atom:link href="https://example.org/2"/><guid>https://example.org/1</guid>', 'https://example.org/2'],
    ['<link>https://example.org/3</link><atom:link href="https://example.org/2"/>', 'https://example.org/3'],
    ['<atom:link rel="enclosure" href="https://example.org/2"/>', undefined],
  ])('finds the page of %s', (item, link) => {
    expect(readOne(rss(`<title>t</title>${item}`)).fields['link']).toBe(link);
  });

  it.each([
    ['<author>a@example.org (Ann Li)</author>', 'Ann Li'],
    ['<author>Ann Li &lt;a@example.org&gt;</author>', 'Ann Li'],
    ['<dc:creator>Ann Li</dc:creator>', 'Ann Li'],
  ])('finds the author in %s', (item, author) => {
    expect(readOne(rss(item)).fields['author']).toBe(author);
  });

  it("takes posts and pages of Blogger's exports, drafts as drafts", () => {
    const kind = (name: string) =>
      `<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#${name}"/>`;
    const draft =
      '<app:control xmlns:app="http://purl.org/atom/app#"><app:draft>yes</app:draft></app:control>';
    const text = atom(
      `${kind('settings')}<title>s</title></entry><entry>${kind('post')}<title>p</title><category term="books"/>${draft}</entry>` +
        `<entry>${kind('comment')}<title>c</title></entry><entry>${kind('page')}<title>g</title>`,
    );
    expect(readPosts(text)).toMatchObject([
      { path: 'f#1', fields: { title: 'p', tag: ['books'], draft: 'true' } },
      { path: 'f#2', fields: { title: 'g' } },
    ]);
  });

  it('reads JSON Feed', () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      language: 'en',
      items: [
        { id: 7, url: 'https://example.org/7', title: 'A', content_html: '<p>a</p>', summary: 'S', tags: ['x y', 3], authors: [{ name: 'Ann' }], date_published: '2022-01-01T00:00:00Z' }, // prettier-ignore
        { id: 'b', content_text: 'a < b', title: 5, image: 'https://example.org/i.png' },
        'nonsense',
      ],
    };
    expect(readPosts(JSON.stringify(feed))).toEqual([
      {
        path: 'f#1',
        fields: { language: 'en', title: 'A', date: '2022-01-01T00:00:00Z', link: 'https://example.org/7', guid: '7', tag: ['x y'], author: 'Ann', digest: 'S' }, // prettier-ignore
        body: '<p>a</p>',
        bodyFormat: 'html',
        notes: [],
      },
      {
        path: 'f#2',
        fields: { language: 'en', guid: 'b', image: 'https://example.org/i.png' },
        body: 'a < b',
        bodyFormat: 'text',
        notes: [],
      },
      { code: 'no-readable-text' },
    ]);
  });

  it.each([
    '<rss/>',
    '<rss><channel><title>a</title></channel></rss>',
    '{"version":"https://jsonfeed.org/version/1"}',
  ])('says that %s holds nothing', (text) => {
    expect([...feedReader.read(text, 'f', {})]).toEqual([
      { kind: 'rejected', path: 'f', note: { code: 'no-readable-text' } },
    ]);
  });
});

describe('readFeedMeta', () => {
  const none = { title: null, link: null, language: null, ttlSeconds: null };

  it.each([
    ['<title>A &amp;amp; B</title><link>https://example.org</link><language>zh</language><ttl>15</ttl>', { title: 'A & B', link: 'https://example.org/', language: 'zh', ttlSeconds: 900 }], // prettier-ignore
    ['<atom:link rel="self" href="https://example.org/f"/><title>A</title>', { ...none, title: 'A' }],
    [
      '<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>',
      { ...none, ttlSeconds: 900 },
    ],
    ['<ttl>-5</ttl>', none],
  ])('of RSS with %s', (head, meta) => {
    expect(readFeedMeta(rss('<title>item</title>', head))).toEqual(meta);
  });

  it('of Atom, JSON Feed and what is no feed', () => {
    const head = '<title>A</title><link rel="self" href="/f"/><link href="https://example.org/"/>';
    expect(readFeedMeta(atom('', head))).toEqual({
      ...none,
      title: 'A',
      link: 'https://example.org/',
      language: 'de',
    });
    const json = {
      version: 'https://jsonfeed.org/version/1',
      title: 'J',
      home_page_url: 'https://example.org/',
    };
    expect(readFeedMeta(JSON.stringify(json))).toEqual({ ...none, title: 'J', link: 'https://example.org/' });
    for (const text of ['', 'text', '{', '<html><title>x</title></html>'])
      expect(readFeedMeta(text)).toEqual(none);
  });
});
