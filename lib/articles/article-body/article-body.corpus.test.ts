import { describe, expect, test } from 'vitest';
import { cleanArticleBody } from './article-body';
import { hasCorpus, readBodies, readCorpusFile } from './corpus-bodies';

describe.skipIf(!hasCorpus('seed'))('the first post (skipped without real inputs)', () => {
  const [seed] = hasCorpus('seed') ? readBodies('seed') : [];
  const cleaned = cleanArticleBody(seed?.body ?? '');

  test('has its ten paragraphs and nothing else', () => {
    expect(cleaned.html.match(/<p>/gu)).toHaveLength(10);
    expect(cleaned.html.replace(/<\/?p>/gu, '')).not.toContain('<');
    expect(cleaned.text.split('\n')).toHaveLength(10);
    expect(cleaned.html).not.toMatch(/返回|文章来源|http/u);
  });

  test('gives up its fields', () => {
    expect(cleaned).toMatchObject({ sourceName: '荆州日报', sourceUrl: null, digest: null, warnings: [] });
    expect(cleaned.shareUrl).toBe(
      'http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW202202182281417543',
    );
  });
});

describe.skipIf(!hasCorpus('finews'))('the old site (skipped without real inputs)', () => {
  const posts = hasCorpus('finews') ? [...readBodies('finews'), ...readBodies('finews-twins')] : [];

  test.each(posts)('$name', ({ body }) => {
    const { html, text, mentions, sourceName, sourceLinks } = cleanArticleBody(body);
    expect(text).not.toBe('');
    expect(html).not.toMatch(
      /返回[^，。]*(?:新闻|首页)|<>|&lt;&gt;|EM_StockImg|文章来源|data-code|style=|webquote/u,
    );
    const story = body.replace(/<p class="em_media">.*?<\/p>/gu, '');
    expect(mentions.length > 0).toBe(/class="(?:keytip|em_stock_key_common)"/u.test(story));
    expect(sourceName !== null).toBe(body.includes('文章来源'));
    expect(sourceLinks).toHaveLength(/\n<http/u.test(body) ? 1 : 0);
    expect(cleanArticleBody(html).html).toBe(html);
  });

  test('a treaty stays text, an outlet is read through its chips', () => {
    const { text, sourceName, mentions } = cleanArticleBody(
      posts.find(({ name }) => name.includes('2022-05-26'))?.body ?? '',
    );
    expect(text).toContain('《<蒙特利尔议定书>基加利修正案》');
    expect(sourceName).toBe('上海证券报');
    expect(mentions.find(({ code }) => code === 'NIO')).toMatchObject({
      market: '106',
      name: '蔚来',
      count: 2,
    });
    expect(mentions.find(({ code }) => code === 'BK0473')).toBeUndefined();
  });
});

describe.skipIf(!hasCorpus('ruby-lang'))('a site in many languages (skipped without real inputs)', () => {
  test('every post has text and comes through a second time unchanged', { timeout: 120_000 }, () => {
    const posts = readBodies('ruby-lang');
    expect(posts.length).toBeGreaterThan(2000);
    const failed = posts.filter(({ body }) => {
      const { html, text } = cleanArticleBody(body);
      const again = cleanArticleBody(html, { liquid: false });
      return (text === '' && body.trim() !== '') || again.html !== html || again.text !== text;
    });
    expect(failed.map(({ name }) => name)).toEqual([]);
  });
});

describe.skipIf(!hasCorpus('markdown'))('Markdown specifications (skipped without real inputs)', () => {
  const files = ['commonmark/spec.json', 'gfm/spec.json', 'gfm/extensions.json'].map(
    (name) => `markdown/${name}`,
  );

  test.each(files)('%s', (file) => {
    const examples = JSON.parse(readCorpusFile(file)) as { markdown: string }[];
    const changed = examples.filter(({ markdown }) => {
      const { html } = cleanArticleBody(markdown);
      return cleanArticleBody(html, { liquid: false }).html !== html;
    });
    expect(changed).toEqual([]);
  });

  test('kramdown', { timeout: 60_000 }, () => {
    const changed = readBodies('markdown/kramdown').filter(({ body }) => {
      const { html } = cleanArticleBody(body);
      return cleanArticleBody(html, { liquid: false }).html !== html;
    });
    expect(changed.map(({ name }) => name)).toEqual([]);
  });
});
