import { describe, expect, it } from 'vitest';
import { cleanArticleBody } from '@/lib/articles/article-body/article-body';
import { markSafeHtml } from '@/lib/articles/safe-html';
import { listImageAddresses } from './image-address';
import { showStoredImages } from './show-stored-images';

const address = 'https://pic.example/a.jpg?x=1&y="2"';
const stored = new Map([[address, { name: `${'a'.repeat(64)}.webp`, width: 1600, height: 800 }]]);
const path = `/images/${'a'.repeat(64)}.webp`;

/** What the importer makes of a body. */
function clean(html: string) {
  const { html: bodyHtml, imageUrl } = cleanArticleBody(html);
  return { bodyHtml, imageUrl };
}

describe('listImageAddresses', () => {
  it('names each remote picture once, as it was before the sanitiser wrote it down', () => {
    const article = clean(
      `<p>甲<img src='${address}'>乙<img src="https://pic.example/b.png" alt="&lt;img src=&quot;https://x.example/no.png&quot;">` +
        `<img src='${address}'><img src="/images/own.png"></p><pre>&lt;img src="https://x.example/code.png"></pre>`,
    );
    expect(listImageAddresses(article)).toEqual([
      new URL(address).href.replaceAll('"', '%22'),
      'https://pic.example/b.png',
    ]);
  });

  it('takes the article’s own picture first', () => {
    const article = {
      bodyHtml: '<p><img src="http://b.example/2.png" alt="" /></p>',
      imageUrl: 'http://a.example/1.png',
    };
    expect(listImageAddresses(article)).toEqual(['http://a.example/1.png', 'http://b.example/2.png']);
  });
});

describe('showStoredImages', () => {
  it.each([
    ['no size', '', 'width="1600" height="800"'],
    ['a smaller width', ' width="300" height="999"', 'width="300" height="150"'],
    ['a larger width', ' width="4000"', 'width="1600" height="800"'],
    ['a height alone', ' height="10"', 'width="1600" height="800"'],
  ])('a picture with %s', (_name, stated, size) => {
    const written = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    const html = `<p>甲<img src="${written}" alt="图 &gt; 1"${stated} loading="lazy" /></p><img src="https://o.example/" alt="" />`;
    const shown = showStoredImages({ bodyHtml: markSafeHtml(html), imageUrl: address }, stored);
    expect(shown).toEqual({
      bodyHtml: `<p>甲<img src="${path}" alt="图 &gt; 1" loading="lazy" ${size} /></p><img src="https://o.example/" alt="" />`,
      imageUrl: path,
    });
  });

  it('leaves text that only looks like a picture alone', () => {
    const article = clean(`<pre>&lt;img src="https://pic.example/a.jpg"></pre><p title='<img src="'>乙</p>`);
    const copies = new Map([['https://pic.example/a.jpg', { name: 'x.webp', width: 1, height: 1 }]]);
    expect(showStoredImages(article, copies)).toEqual(article);
  });
});
