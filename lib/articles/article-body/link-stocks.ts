import { buildStockId, normaliseStock } from '@/lib/stocks/stock-code';
import { markSafeHtml, type SafeHtml } from '../safe-html';

/** Tags of canonical HTML, where no text and no attribute holds a bare `<`. */
const tags = /<(\/?)(a|data)\b([^>]*)>/gu;

/**
 * Makes the marked shares and sectors of a body links to their pages: `<data class="stock" value="1.600160">` becomes
 * `<a class="stock" href="…">`. Within a link they stay as they are. The body in the table is not changed.
 * @param html a body as it is stored
 * @param buildHref path of the page of `1.600160`
 */
export function linkStocks(html: SafeHtml, buildHref: (id: string) => string): SafeHtml {
  let links = 0;
  const isLinked: boolean[] = [];
  const linked = html.replaceAll(
    tags,
    (tag: string, slash: string, name: string, attributes: string, at: number) => {
      if (name === 'a') {
        links += slash === '' ? 1 : -1;
        return tag;
      }
      if (slash !== '') return isLinked.pop() ? '</a>' : tag;
      const id = links === 0 && !holdsLink(html, at) ? readId(attributes) : undefined;
      isLinked.push(id !== undefined);
      return id === undefined ? tag : `<a class="stock" href="${buildHref(id)}">`;
    },
  );
  return markSafeHtml(linked);
}

/** Whether a link begins between the mark that starts at `at` and its end. */
function holdsLink(html: string, at: number): boolean {
  return html.slice(at, html.indexOf('</data>', at)).includes('<a ');
}

/** Nothing but digits, letters, `-` and `_` comes out, so that the address needs no escaping. */
function readId(attributes: string): string | undefined {
  const [, market, code] = /\bvalue="(\d{1,4})\.([A-Za-z0-9_-]{1,20})"/u.exec(attributes) ?? [];
  return market === undefined || code === undefined
    ? undefined
    : buildStockId(normaliseStock({ market, code }));
}
