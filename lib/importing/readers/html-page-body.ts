const maxLength = 2 * 1024 * 1024;
/** Elements, and elements times how deep they go: readability walks up from each paragraph. */
const maxElements = 8_000;
const maxWork = 300_000;
const voidElement =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|td|tr|th|dt|dd|option)$/i;

/** Pages that would cost too much to look into: over 2 MB, or with more elements or deeper ones than any article has. */
export function isCostly(text: string): boolean {
  if (text.length > maxLength) return true;
  let depth = 0;
  let deepest = 0;
  let count = 0;
  for (const [, slash, name = ''] of text.matchAll(/<(\/?)([a-z][a-z0-9-]{0,40})/gi)) {
    if (!slash) count += 1;
    if (count > maxElements || count * deepest > maxWork) return true;
    if (voidElement.test(name)) continue;
    depth = Math.max(0, depth + (slash ? -1 : 1));
    deepest = Math.max(deepest, depth);
  }
  return false;
}

/** What stands before the body, for the fields; bounded. */
export function sliceHead(text: string): string {
  const end = text.slice(0, 262_144).search(/<\/head\b|<body\b/i);
  return `${text.slice(0, end < 0 ? 65_536 : end)}</head><body></body></html>`;
}

/** The inside of `<body>`, by its tags alone; everything but the head where there are none. */
export function sliceBody(text: string): string {
  const head = /<\/head\s*>/i.exec(text);
  const open = /<body\b[^>]{0,5000}>/i.exec(text);
  const start = open ? open.index + open[0].length : head ? head.index + head[0].length : 0;
  const end = text.toLowerCase().lastIndexOf('</body');
  return text.slice(start, end > start ? end : text.length).replace(/<\/?(?:html|body)\b[^>]{0,5000}>/gi, '');
}

/** The article of an export that says where it is: `e-content` of microformats, which Medium writes. */
export function findMarkedBody(document: Document): string | undefined {
  const marked = document.querySelector('.h-entry .e-content, article .e-content, [itemprop="articleBody"]');
  const content = marked?.innerHTML ?? '';
  return /[\p{L}\p{N}]/u.test(marked?.textContent ?? '') ? content : undefined;
}

/** The title again as the first heading of the body is taken out; only what stands before it may be empty markup. */
export function withoutTitle(body: string, title: string | null): string {
  const heading = /^((?:\s|<(?:div|section|article|header|main|hr)\b[^>]*>|<\/div>)*)<(h[1-3])\b[^>]*>([\s\S]{0,1000}?)<\/\2>/i.exec(body.slice(0, 20_000)); // prettier-ignore
  if (!heading || !title) return body;
  const [whole, before = '', , inner = ''] = heading;
  return fold(inner.replace(/<[^>]*>/g, '')) === fold(title) ? before + body.slice(whole.length) : body;
}

function fold(text: string): string {
  return text
    .replace(/&(?:nbsp|#160);/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/[\s\u200b]+/gu, '')
    .toLowerCase();
}
