import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { renderPage, stripFrameworkScripts } from './render-page';

describe('stripFrameworkScripts', () => {
  const nonce = 'q1W2e3R4t5+/=';
  const own = `nonce="${nonce}"`;

  it.each([
    [`<script ${own}>self.__next_f.push([1,"<b>"])</script>`, ''],
    [`<script src="/_next/static/chunks/a.js" ${own} async=""></script>`, ''],
    [`<script ${own}>\nlet a = 1;\n</script><p>a</p><script ${own}></script>`, '<p>a</p>'],
    [`<link rel="preload" as="script" fetchPriority="low" ${own} href="/_next/a.js"/>`, ''],
    [
      `<link rel="stylesheet" href="/_next/a.css" ${own} data-precedence="next"/>`,
      '<link rel="stylesheet" href="/_next/a.css" data-precedence="next"/>',
    ],
    [
      `<link rel="preload" as="style" href="/a.css" ${own}/>`,
      '<link rel="preload" as="style" href="/a.css"/>',
    ],
  ])('%s', (html, stripped) => {
    expect(stripFrameworkScripts(html, nonce)).toBe(stripped);
  });

  it.each([
    '<script src="/assets/theme.js"></script>',
    '<script src="/assets/other.js" defer=""></script>',
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"nonce"}</script>',
    '<script nonce="another">1</script>',
    '<link rel="preload" as="script" href="/assets/reader.js"/>',
    '<p>&lt;script nonce="x"&gt;</p>',
  ])('keeps %s', (html) => {
    expect(stripFrameworkScripts(html, nonce)).toBe(html);
    expect(stripFrameworkScripts(`<script ${own}>1</script>${html}<script ${own}>2</script>`, nonce)).toBe(
      html,
    );
  });
});

describe('renderPage', () => {
  it('asks with a clean request and gives status and whole text, cut anywhere', async () => {
    let asked: Partial<IncomingMessage> = {};
    const page = await renderPage(
      (request: IncomingMessage, response: ServerResponse) => {
        asked = { method: request.method, url: request.url, headers: request.headers };
        const bytes = Buffer.from('<p>金融</p>');
        response.statusCode = 404;
        response.write(bytes.subarray(0, 4));
        response.end(bytes.subarray(4));
      },
      '/zh-CN/a?before=1',
      'news.example',
    );
    expect(page).toEqual({ status: 404, body: '<p>金融</p>' });
    expect(asked).toMatchObject({
      method: 'GET',
      url: '/zh-CN/a?before=1',
      headers: { host: 'news.example' },
    });
    expect(Object.keys(asked.headers ?? {}).sort()).toEqual([
      'accept',
      'content-security-policy',
      'host',
      'x-finews-change-id',
    ]);
  });

  it('tells the handler of a nonce and takes out what carries it', async () => {
    const page = await renderPage(
      (request: IncomingMessage, response: ServerResponse) => {
        const nonce = /'nonce-([^']+)'/.exec(String(request.headers['content-security-policy']))?.[1];
        response.end(`<script nonce="${nonce}">1</script>text`);
      },
      '/',
      'h',
    );
    expect(page.body).toBe('text');
  });

  it.each([
    ['rejects', () => Promise.reject(new Error('boom'))],
    [
      'throws',
      () => {
        throw new Error('boom');
      },
    ],
  ])('rejects when the handler %s', async (_, handle) => {
    await expect(renderPage(handle, '/', 'h')).rejects.toThrow('boom');
  });
});
