import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanArticleBody } from './article-body';
import { isCanonicalHtml } from './is-canonical-html';
import { buildPlainText } from './plain-text';
import { sanitiseFully } from './steps/sanitise';

describe('isCanonicalHtml', () => {
  it.each([
    '<p>一 &amp; 二 &lt;三&gt;</p>',
    '<p id="b-x" class="center">x<br />y</p>',
    '<p><a href="https://x.example/?a=1&amp;b=2" title="t" rel="noopener noreferrer nofollow">x</a></p>',
    '<p><a href="/articles/x">x</a><a href="#b-1">1</a><a href="mailto:a@b.example">m</a></p>',
    '<figure><img src="https://x.example/a.jpg" alt="" width="5" height="4" loading="lazy" decoding="async" referrerpolicy="no-referrer" /></figure>',
    '<p><data class="stock" value="1.600519">贵州茅台</data></p>',
  ])('takes %s', (html) => {
    expect(isCanonicalHtml(html)).toBe(true);
    expect(sanitiseFully(html)).toBe(html);
  });

  it.each([
    '<script>x</script>', '<p onclick="x">y</p>', '<P>x</P>', '<p >x</p>', '<a href="javascript:x">y</a>', '<a href="//x.example">y</a>',
    '<a href="https://x.example">y</a>', "<a href='https://x.example' rel=\"noopener noreferrer nofollow\">y</a>", '<svg>', '</svg>', '</script>',
    '<img src="https://x.example/a.jpg" alt="">', '<img src="data:x" alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" />',
    'a < b', 'a & b', '&nbsp;', '&#106;', '<p', '<!-- x -->', '<p/>', '<p\n>', '<p id="x">y</p>', '<p style="x">y</p>', '<p class="x">y</p>',
    '<iframe></iframe>', '<math>', '<noscript>x', '<style>x</style>', '<textarea>', '<form>', '<a href="/\\x">y</a>', '<p><p>x</p></p>', '<p>x', 'x</p>', '<li>x</li>', '<ul>x<b>y</b></ul>', '<data value="x">y</data>',
  ])('leaves %s to the sanitiser', (html) => {
    expect(isCanonicalHtml(html)).toBe(false);
  }); // prettier-ignore
});

const corpus = path.join(process.env.FINEWS_CORPUS ?? path.resolve('../shared/corpus'), 'security/xss.jsonl');
const payloads = readPayloads();

function readPayloads(): string[] {
  try {
    const lines = readFileSync(corpus, 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => (JSON.parse(line) as { payload: string }).payload);
  } catch {
    return [];
  }
}

describe.skipIf(payloads.length === 0)(payloads.length > 0 ? 'payloads' : 'payloads: NOT RUN', () => {
  it('raw: what it takes is what the sanitiser would have made of it', () => {
    const taken = payloads.filter(isCanonicalHtml);
    expect(taken.filter((html) => /<[a-z]/i.test(html)).map(sanitiseFully)).toEqual(
      taken.filter((html) => /<[a-z]/i.test(html)),
    );
  });

  it('cleaned: the short cut changes nothing, neither in the HTML nor in the text', () => {
    for (const payload of payloads) {
      const { html, text } = cleanArticleBody(payload);
      expect(html).toBe(sanitiseFully(html));
      expect(text).toBe(buildPlainText(html));
    }
  });
});
