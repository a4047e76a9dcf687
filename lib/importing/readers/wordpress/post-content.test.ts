import { describe, expect, it } from 'vitest';
import { addParagraphs } from './auto-paragraphs';
import { readPostContent } from './post-content';
import { readPostDate } from './post-date';
import { readShortcodes } from './shortcodes';

function squeeze(html: string) {
  return html.replace(/\n+/g, '');
}

describe('addParagraphs', () => {
  it.each([
    ['one\n\ntwo', '<p>one</p><p>two</p>'],
    ['one\n \t\n\n\ntwo\n', '<p>one</p><p>two</p>'],
    ['one\ntwo', '<p>one<br>two</p>'],
    ['one<br />\ntwo', '<p>one<br />two</p>'],
    ['a <em>b</em>\n\n<strong>c</strong>', '<p>a <em>b</em></p><p><strong>c</strong></p>'],
    ['<p>one</p>\n\n<p>two\nthree</p>', '<p>one</p><p>two<br>three</p>'],
    ['one\n<h2>Two</h2>\nthree', '<p>one</p><h2>Two</h2><p>three</p>'],
    ['<ul>\n<li>a</li>\n<li>b</li>\n</ul>\nend', '<ul><li>a</li><li>b</li></ul><p>end</p>'],
    ['<blockquote>one\n\ntwo</blockquote>', '<blockquote><p>one</p><p>two</p></blockquote>'],
    ['<div>one</div>', '<div>one</div>'],
    ['a <b>x</b>\n\n</div>\n\nb', '<p>a <b>x</b></p></div><p>b</p>'],
    ['', ''],
  ])('%j', (typed, html) => {
    expect(squeeze(addParagraphs(typed))).toBe(html);
  });

  it('leaves code as it stands', () => {
    expect(addParagraphs('<pre>a\n\nb\n  c</pre>')).toBe('<pre>a\n\nb\n  c</pre>');
  });
});

describe('readShortcodes', () => {
  it.each([
    ['[caption id="a" width="3"]<a href="/x"><img src="i.jpg" /></a> The text[/caption]', '<figure><a href="/x"><img src="i.jpg" /></a><figcaption>The text</figcaption></figure>'], // prettier-ignore
    ['[caption caption="Said"]<img src="i.jpg">[/caption]', '<figure><img src="i.jpg"><figcaption>Said</figcaption></figure>'], // prettier-ignore
    ['a [gallery ids="1,2"] b', 'a  b'],
    [
      '[embed width="1"]https://example.org/v[/embed]',
      '<p><a href="https://example.org/v">https://example.org/v</a></p>',
    ],
    [
      '[audio src="https://example.org/a.mp3"]',
      '<p><a href="https://example.org/a.mp3">https://example.org/a.mp3</a></p>',
    ],
    ['[video mp4="javascript:run()"][/video]', ''],
    ['[vc_row][vc_column width="1/2"]text[/vc_column][/vc_row]', 'text'],
    ['[code]a[0][/code]', '<pre><code>a[0]</code></pre>'],
    ['he said [sic] and [1]', 'he said [sic] and [1]'],
    ['write [[gallery]] for one', 'write [gallery] for one'],
  ])('%j', (content, html) => {
    expect(readShortcodes(content).trim()).toBe(html);
  });

  it('comes to an end on hostile text', () => {
    for (const part of [
      '[caption]',
      '[code',
      '[[a',
      '[embed][audio]',
      '<!--',
      '<!-- wp:a ',
      '<div ',
      '<br',
      ' ',
      '\n ',
    ]) {
      expect(() => readPostContent(part.repeat(200_000))).not.toThrow();
    }
  });
});

describe('readPostContent', () => {
  it.each([
    ['<!-- wp:paragraph -->\n<p>a\nb</p>\n<!-- /wp:paragraph -->', '<p>a\nb</p>'],
    ['one\n\n<!-- wp:html {"a":1} --><i>x</i><!-- /wp:html -->\n\ntwo', '<p>one</p>\n<i>x</i><p>two</p>'],
    ['<!-- wp:group --><!-- wp:separator /--><p>a</p>\n\nb<!-- /wp:group -->', '<p>a</p>\n\nb'],
    ['one<!--more-->two', '<p>one</p>\n<p>two</p>'],
    ['one <!-- hidden\n\n --> two', '<p>one  two</p>'],
  ])('%j', (content, html) => {
    expect(readPostContent(content)).toBe(html);
  });
});

describe('readPostDate', () => {
  it.each([
    ['2022-05-30 17:33:09', '2022-05-30 09:33:09', '2022-05-30T17:33:09+08:00'],
    ['2022-05-30 04:03:09', '2022-05-30 09:33:09', '2022-05-30T04:03:09-05:30'],
    ['2022-01-01 00:30:00', '2021-12-31 16:30:00', '2022-01-01T00:30:00+08:00'],
    ['2022-05-30 17:33:09', '0000-00-00 00:00:00', '2022-05-30T17:33:09'],
    ['2022-05-30 17:33:09', null, '2022-05-30T17:33:09'],
    [null, '2022-05-30 09:33:09', '2022-05-30T09:33:09Z'],
    ['2022-05-30 17:33:09', '2021-01-01 09:00:00', '2021-01-01T09:00:00Z'],
    ['0000-00-00 00:00:00', '0000-00-00 00:00:00', null],
    ['', 'yesterday', null],
  ])('%j and %j are %j', (local, utc, date) => {
    expect(readPostDate(local, utc)).toBe(date);
  });
});
