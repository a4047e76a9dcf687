import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCorpus } from '@/testing/test-corpus';
import { htmlPageReader } from './html-page';

function read(html: string) {
  const [entry] = [...htmlPageReader.read(html, 'a.html', {})];
  if (entry?.kind !== 'post') throw new Error('no post');
  return { ...entry.post.fields, body: entry.post.body };
}

const paragraphs = Array.from({ length: 5 }, (_, index) => `<p>第${index}段：央行今日开展逆回购操作，利率与此前持平，市场资金面总体平稳，分析人士认为这符合预期。</p>`).join(''); // prettier-ignore
const menu = `<nav><ul>${'<li><a href="/x">栏目导航</a></li>'.repeat(20)}</ul></nav>`;

function page(head: string, body = `<h1>标题甲</h1>${paragraphs}`): string {
  return `<!DOCTYPE html><html lang="zh-CN"><head>${head}</head><body>${menu}<article>${body}</article></body></html>`;
}

describe('htmlPageReader', () => {
  it.each<[string, string, object]>([
    ['og:title without the site', page('<meta property="og:title" content="甲 - 财经网"><meta property="og:site_name" content="财经网">'), { title: '甲', source: '财经网' }],
    ['the heading before the title of the page', page('<title>标题甲_财经网</title>'), { title: '标题甲' }],
    ['the title of the page', page('<title>乙</title>', paragraphs), { title: '乙' }],
    ['published_time', page('<meta property="article:published_time" content="2022-02-18T14:51:45+08:00">'), { date: '2022-02-18T14:51:45+08:00' }],
    ['JSON-LD', page('<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"丙","datePublished":"2022-02-18","author":{"name":"张三"},"image":["https://a.example/1.jpg"]}]}</script>'), { title: '丙', date: '2022-02-18', author: '张三', image: 'https://a.example/1.jpg' }],
    ['meta pubdate', page('<meta name="PubDate" content="2022-02-18">'), { date: '2022-02-18' }],
    ['a time element', page('', `<h1>标题甲</h1><time datetime="2022-02-18T06:00:00Z">gestern</time>${paragraphs}`), { date: '2022-02-18T06:00:00Z' }],
    ['a visible date', page('', `<h1>标题甲</h1><div>2022年02月18日 14:51 来源：上海证券报</div>${paragraphs}`), { date: '2022-02-18 14:51' }],
    ['an English date', page('', `<h1>T</h1><div>By A, Feb. 18, 2022</div>${paragraphs}`), { date: 'Feb 18, 2022' }],
    ['link, tags and language', page('<link rel="canonical" href="https://a.example/1"><meta name="keywords" content="央行,利率，市场">'), { link: 'https://a.example/1', tags: ['央行', '利率', '市场'], language: 'zh-CN' }],
  ])('finds %s', (_, html, expected) => {
    expect(htmlPageReader.recognise(html, 'x')).toBe(true);
    expect(read(html)).toMatchObject(expected);
  }); // prettier-ignore

  it('keeps the article and leaves the navigation and the title', () => {
    const { body } = read(page('<title>标题甲</title>'));
    expect(body).toContain('第0段');
    expect(body).toContain('第4段');
    expect(body).not.toContain('栏目导航');
    expect(body).not.toContain('标题甲');
  });

  it('takes the body where there is no article', () => {
    expect(read('<html><head></head><body><p>Kurz.</p></body></html>').body).toContain('Kurz.');
    expect(read('<!doctype html><title>T</title><p>Kurz.').body).toContain('Kurz.');
  });

  it.each([
    ['a piece of HTML', '<p>x</p>'],
    ['an article without head', '<article><h1>x</h1></article>'],
    ['a feed', '<?xml version="1.0"?><rss><channel><title>x</title></channel></rss>'],
    ['Markdown', '# x\n\n<html>'],
  ])('leaves %s to others', (_, text) => {
    expect(htmlPageReader.recognise(text, 'a.html')).toBe(false);
  });

  it('takes the body of costly pages as it is', { timeout: 20_000 }, () => {
    const deep = page('<meta property="og:title" content="T">', `${'<div>'.repeat(50_000)}tief`);
    expect(read(deep)).toHaveProperty('title', 'T');
    expect(read(deep).body).toContain('tief');
    const long = page('<title>T</title>', `2022-02-18 14:51${paragraphs.repeat(12_000)}Ende`);
    expect(read(long)).toHaveProperty('date', '2022-02-18 14:51');
    expect(read(long).body).toContain('Ende');
    const wide = page('<title>T</title>', `${'<p>a, b, c</p>'.repeat(100_000)}Ende`);
    expect(read(wide).body).toContain('Ende');
  });
});

const medium = findCorpus('other/medium/export/posts');

describe.skipIf(!medium)(medium ? 'Medium’s export' : 'Medium’s export: NOT RUN, folder missing', () => {
  it.each(['basic-post', 'advanced-post', 'code-post', 'quote-post', 'short-post'])('%s', (name) => {
    const html = readFileSync(join(medium ?? '.', `${name}.html`), 'utf8');
    expect(htmlPageReader.recognise(html, 'x')).toBe(true);
    const { title, date, body, link } = { link: null, title: null, date: null, ...read(html) };
    const entry = /class="p-name">([^<]*)</.exec(html)?.[1];
    expect(title).toBe(entry);
    expect(date).toBe(/class="dt-published" datetime="([^"]*)"/.exec(html)?.[1]);
    expect(link).toMatch(/^https:\/\/medium\.com\//);
    expect(body).not.toContain('p-name');
    expect(body.replace(/<[^>]*>/g, '').trim().length).toBeGreaterThan(10);
  });
});
