import { expect, test } from 'vitest';
import { cleanArticleBody } from './article-body';
import { linkStocks } from './link-stocks';

const link = (body: string) => linkStocks(cleanArticleBody(body).html, (id) => `/en/stock/${id}`);

test.each([
  [
    '<p>看好<span id="stock_1.600160"><a class="keytip" data-code="1,600160">巨化股份</a></span><span id="quote_1.600160"></span>。</p>',
    '<p>看好<a class="stock" href="/en/stock/1.600160">巨化股份</a>。</p>',
  ],
  [
    '<p><data class="stock" value="116.700">腾讯</data>和<data class="stock" value="106.nio"><b>蔚来</b></data></p>',
    '<p><a class="stock" href="/en/stock/116.00700">腾讯</a>和<a class="stock" href="/en/stock/106.NIO"><b>蔚来</b></a></p>',
  ],
  // A link within a link is no HTML, whichever is the outer one.
  [
    '<p><data class="stock" value="1.600160"><a href="https://example.com/">巨化股份</a></data></p>',
    '<p><data class="stock" value="1.600160"><a href="https://example.com/">巨化股份</a></data></p>',
  ],
  [
    '<p><a href="https://example.com/">见<data class="stock" value="1.600160">巨化股份</data></a></p>',
    '<p><a href="https://example.com/">见<data class="stock" value="1.600160">巨化股份</data></a></p>',
  ],
  [
    '<p>1 &lt; 2 &lt;data class="stock" value="1.1"&gt;</p>',
    '<p>1 &lt; 2 &lt;data class="stock" value="1.1"&gt;</p>',
  ],
])('%s', (body, html) => {
  expect(link(body).replaceAll(/ (?:rel|target)="[^"]*"/g, '')).toBe(html);
});
