import { describe, expect, it } from 'vitest';
import { readRecords } from './read-records';
import { findAll, findText, readHtml } from './xml-element';

function listItems(xml: string) {
  return [...readRecords(xml)].filter(({ kind }) => kind === 'item').map(({ element }) => element);
}

function listTitles(xml: string) {
  return listItems(xml).map((item) => findText(item, 'title', 'atom:title'));
}

const rss = (items: string) => `<rss version="2.0"><channel><title>Feed</title>${items}</channel></rss>`;

describe('readRecords', () => {
  it.each<[string, string, (string | null)[]]>([
    ['plain', rss('<item><title>a</title></item><item><title>b</title></item>'), ['a', 'b']],
    ['an end that was forgotten', rss('<item><title>a</title><item><title>b</title></item>'), ['a', 'b']],
    ['a title that never ends', rss('<item><title>a <item><title>b</title></item>'), ['a', 'b']],
    ['an end in the middle', '<rss><channel><item><title>a</title></item><item><title>b', ['a', 'b']],
    ['CDATA that never ends', '<rss><channel><item><title><![CDATA[a', ['a']],
    ['bare ampersands', rss('<item><title>a & b &nosuch; &c</title></item>'), ['a & b &nosuch; &c']],
    ['entities', rss('<item><title>&lt;a&gt; &amp;amp; &#20013;&#x6587;</title></item>'), ['<a> &amp; 中文']],
    ['capitals', '<RSS><CHANNEL><ITEM><TITLE>a</TITLE></ITEM></CHANNEL></RSS>', ['a']],
    ['a wrong end tag', rss('<item><title>a</titel></title></item>'), ['a']],
    [
      'items beside the channel',
      '<rdf:RDF><channel><title>x</title></channel><item><title>a</title></item></rdf:RDF>',
      ['a'],
    ],
    [
      'Atom with a prefix',
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>a</a:title></a:entry></a:feed>',
      ['a'],
    ],
    ['an entry alone', '<entry xmlns="http://www.w3.org/2005/Atom"><title>a</title></entry>', ['a']],
    ['nothing', '', []],
    ['no items', rss(''), []],
  ])('%s', (_, xml, titles) => {
    expect(listTitles(xml)).toEqual(titles);
  });

  it('gives namespaces their usual prefixes, whatever the file calls them', () => {
    const [item] = listItems(
      '<rss xmlns:x="http://purl.org/dc/elements/1.1/" xmlns:w="http://wordpress.org/export/1.2/"><channel><item>' +
        '<x:creator>Ann</x:creator><w:status>draft</w:status><post_id xmlns="http://wordpress.org/export/1.0/">7</post_id>' +
        '<dc:date>2022</dc:date><constructor:__proto__>x</constructor:__proto__></item></channel></rss>',
    );
    expect(item && findText(item, 'dc:creator')).toBe('Ann');
    expect(item && findText(item, 'wp:status')).toBe('draft');
    expect(item && findText(item, 'wp:post_id')).toBe('7');
    expect(item && findText(item, 'dc:date')).toBe('2022');
  });

  it('counts lines', () => {
    const lines = listItems(
      `<rss>\n<channel>\n\n<item>\n<title>a\n</title></item>\n  <item/>\n</channel></rss>`,
    );
    expect(lines.map(({ line }) => line)).toEqual([4, 7]);
  });

  it('keeps what stands between the tags, also across the pieces in which it is read', () => {
    const long = 'é文'.repeat(50_000);
    const [item] = listItems(
      rss(`<item><description>${long}<b>x</b> &amp; y</description><title>t</title></item>`),
    );
    const [description] = item ? findAll(item, 'description') : [];
    expect(description?.inner).toBe(`${long}<b>x</b> &amp; y`);
    expect(description?.text).toBe(`${long}x & y`);
    expect(description && readHtml(description)).toBe(`${long}<b>x</b> &amp; y`);
    expect(item && findText(item, 'title')).toBe('t');
  });

  it('expands no entity of a document type and reads no file', () => {
    const bomb = ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']
      .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index]};`.repeat(10)}">`)
      .join('\n');
    const xml =
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">${bomb}<!ENTITY file SYSTEM "file:///etc/passwd">` +
      `<!ENTITY % far SYSTEM "http://127.0.0.1:9/x.dtd"> %far;]>${rss('<item><title>&j;</title><description>&file;</description></item>')}`;
    const [item] = listItems(xml);
    expect(item && findText(item, 'title')).toBe('&j;');
    expect(item && findText(item, 'description')).toBe('&file;');
  });

  it('is not led astray by depth, by many elements or by many names', () => {
    const nest = (depth: number) =>
      rss(`<item><title>a</title>${'<y>'.repeat(depth)}deep</item><item><title>b</title></item>`);
    expect(listTitles(nest(10_000))).toEqual(['a', 'b']);
    expect(listTitles(nest(1_000_000))).toEqual(['a']);
    const [item] = listItems(rss(`<item><title>a</title>${'<y>1</y>'.repeat(100_000)}</item>`));
    expect(item?.children.length).toBeLessThan(30_000);
    const names = Array.from({ length: 20_000 }, (_, index) => `xmlns:n${index}="u${index}"`).join(' ');
    expect(
      listTitles(rss(`<item ${names}>${'<y xmlns:z="z"/>'.repeat(2000)}<title>a</title></item>`)),
    ).toEqual(['a']);
    expect(listTitles(`${'<a>'.repeat(1_000_000)}<item><title>a</title></item>`)).toEqual([]);
  });

  it('reads long files of one line', () => {
    const items = `<item><title>t</title><description>${'x'.repeat(500)}</description></item>`.repeat(20_000);
    expect(listTitles(rss(items))).toHaveLength(20_000);
  });

  it.each(['<item>', '<![CDATA[', '&lt;', '&', '<!--', '</b>', '<a b="c" ', '<?x ', '<!DOCTYPE a ['])(
    'comes to an end on a million of %s',
    (part) => {
      expect(listTitles(`<rss><channel><item><title>a</title>${part.repeat(1_000_000)}`)[0]).toBe('a');
    },
  );
});
