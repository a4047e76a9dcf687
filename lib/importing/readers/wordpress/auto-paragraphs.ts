const blockTags =
  'address|article|aside|blockquote|body|canvas|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|html|iframe|legend|li|main|map|menu|nav|noscript|object|ol|p|pre|script|section|select|style|summary|table|tbody|td|textarea|tfoot|th|thead|tr|ul|video|audio';
const token = new RegExp(String.raw`<(?<slash>/?)(?<name>${blockTags})(?=[\s/>])[^<>]*>`, 'gi');
/** What stands in these is never touched. */
const verbatimTags = /^(?:pre|script|style|textarea|table|select|svg|iframe|object|video|audio)$/i;
const maxDepth = 200;
const voidTags = /^(?:hr|col)$/i;
const containers =
  /^(?:div|blockquote|section|article|aside|main|header|footer|center|form|details|body|noscript)$/i;

/**
 * WordPress's rule for text that was typed without paragraphs (its `wpautop`): a blank line parts paragraphs, a single
 * line break stays one, block elements stand between paragraphs. HTML with its own paragraphs comes out unchanged.
 */
export function addParagraphs(html: string): string {
  const open: string[] = [];
  const parts: string[] = [];
  let last = 0;
  for (const match of html.matchAll(token)) {
    const name = (match.groups?.['name'] ?? '').toLowerCase();
    parts.push(wrap(html.slice(last, match.index), open.at(-1)), match[0]);
    last = match.index + match[0].length;
    if (!voidTags.test(name)) track(open, name, match.groups?.['slash'] === '/');
  }
  parts.push(wrap(html.slice(last), open.at(-1)));
  return parts.join('');
}

/** Elements that nobody closed end with the one around them. */
function track(open: string[], name: string, isEnd: boolean): void {
  const at = isEnd ? open.lastIndexOf(name) : -1;
  if (at >= 0) open.length = at;
  else if (!isEnd && open.length < maxDepth) open.push(name);
}

function wrap(text: string, parent: string | undefined): string {
  if (text.trim() === '' || (parent !== undefined && verbatimTags.test(parent))) return text;
  const paragraphs = text.split(/\n[ \t]*\n/).filter((part) => part.trim() !== '').map(breakLines); // prettier-ignore
  const isWrapped = parent === undefined || (containers.test(parent) && paragraphs.length > 1);
  if (!isWrapped) return paragraphs.join('<br>\n');
  return paragraphs.map((paragraph) => `<p>${paragraph}</p>\n`).join('');
}

function breakLines(paragraph: string): string {
  const lines = paragraph.trim().split('\n').map((line) => line.trimEnd()); // prettier-ignore
  return lines
    .map((line, index) => (index === lines.length - 1 || /<br\s?\/?>$/i.test(line) ? line : `${line}<br>`))
    .join('\n');
}
