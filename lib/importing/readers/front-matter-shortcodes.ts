/** A shortcode of Hugo: `{{< name … >}}` or `{{% name … %}}`, opening, closing or alone; one line, bounded. */
const shortcode =
  /\{\{[<%][ \t]{0,20}(\/?)[ \t]{0,20}(\w[\w./-]{0,99})([^\n{}]{0,2000}?)[ \t]{0,20}\/?[%>]\}\}/g;
/** `{{</* name *\/>}}` is how Hugo shows a shortcode itself. */
const escaped = /\{\{([<%])\/\*([^\n]{0,2000}?)\*\/([%>])\}\}/g;
const parameter = /(\w{1,30})\s?=\s?(?:"([^"]*)"|`([^`]*)`|([^\s"`]+))/g;

/**
 * Takes Hugo's shortcodes out of a body: what stands between a pair stays, a figure becomes an image with its caption,
 * a reference leaves its target.
 */
export function replaceShortcodes(body: string): string {
  if (!body.includes('{{<') && !body.includes('{{%')) return body;
  return body
    .replace(shortcode, (_, slash: string, name: string, rest: string) =>
      slash ? '' : buildReplacement(name, rest),
    )
    .replace(escaped, (_, open: string, inner: string, close: string) => `{{${open}${inner}${close}}}`);
}

function buildReplacement(name: string, rest: string): string {
  if (name === 'ref' || name === 'relref') return /["`]([^"`]+)["`]/.exec(rest)?.[1] ?? rest.trim();
  return name === 'figure' || name === 'img' || name === 'image' ? buildFigure(rest) : '';
}

function buildFigure(rest: string): string {
  const values = new Map<string, string>();
  for (const [, key = '', quoted, raw, bare] of rest.matchAll(parameter))
    values.set(key.toLowerCase(), quoted ?? raw ?? bare ?? '');
  const source = values.get('src') ?? /^\s*["`]([^"`]+)["`]/.exec(rest)?.[1];
  if (!source) return '';
  const caption = values.get('caption') ?? values.get('title') ?? '';
  const image = `![${escapeText(values.get('alt') ?? caption)}](<${source.replace(/[<>\n]/g, encodeURIComponent)}>)`;
  return caption ? `${image}\n\n*${escapeText(caption)}*\n` : image;
}

function escapeText(text: string): string {
  return text.replace(/[[\]*\\]/g, '\\$&');
}
