type Attributes = Readonly<Record<string, string>>;

const paired = /\[(?<tag>wp_caption|caption|embed|audio|video|sourcecode|code|youtube|vimeo)(?<attributes>\s[^[\]]{0,2000})?\](?<content>(?:(?!\[\k<tag>[\s\]])[\s\S]){0,100000}?)\[\/\k<tag>\]/gi; // prettier-ignore
const single = /\[\/?(?<tag>wp_caption|caption|embed|audio|video|playlist|gallery|sourcecode|code|youtube|vimeo|googlemaps|contact-form(?:-7|-field)?|(?:vc|et_pb|fusion|siteorigin|elementor|av)_[a-z0-9_]{1,60})(?<attributes>\s[^[\]]{0,2000})?\/?\]/gi; // prettier-ignore
const attribute = /([\w-]{1,40})\s?=\s?(?:"([^"]*)"|'([^']*)'|([^\s"']+))/g;
/** `[[gallery]]` is how a post writes about the shortcode. */
const escaped = /\[(\[\/?[a-z_-]{2,40}(?:\s[^[\]]{0,200})?\])\]/gi;

/**
 * WordPress's own shortcodes and those of the common page builders lose their brackets: a caption keeps its picture and
 * text, an embed becomes a link, a gallery (pictures by number) goes. Words in brackets that are no shortcodes stay.
 */
export function readShortcodes(html: string): string {
  if (!html.includes('[')) return html;
  const kept: string[] = [];
  const hidden = html.replace(escaped, (_, shown: string) => `\u0001${kept.push(shown) - 1}\u0001`);
  const shown = hidden
    .replace(paired, (...match: unknown[]) => replacePaired(readGroups(match.at(-1))))
    .replace(single, (...match: unknown[]) => replaceSingle(readGroups(match.at(-1))));
  return shown.replace(/\u0001(\d{1,9})\u0001/g, (_, index: string) => kept[Number(index)] ?? '');
}

interface Shortcode {
  tag: string;
  attributes: Attributes;
  content: string;
}

function readGroups(groups: unknown): Shortcode {
  const get = (name: string): string => {
    const value: unknown =
      typeof groups === 'object' && groups !== null ? Reflect.get(groups, name) : undefined;
    return typeof value === 'string' ? value : '';
  };
  return {
    tag: get('tag').toLowerCase(),
    attributes: readAttributes(get('attributes')),
    content: get('content'),
  };
}

function readAttributes(text: string): Attributes {
  const entries = [...text.replaceAll('&quot;', '"').matchAll(attribute)].map(
    ([, name = '', ...values]) => [name.toLowerCase(), values.find(Boolean) ?? ''] as const,
  );
  return Object.fromEntries(entries);
}

function replacePaired({ tag, attributes, content }: Shortcode): string {
  if (tag.endsWith('caption')) return buildFigure(attributes['caption'] ?? '', content);
  if (tag === 'code' || tag === 'sourcecode') return `<pre><code>${content.trim()}</code></pre>`;
  return buildLink(content.trim()) || buildLink(findAddress(attributes));
}

function replaceSingle({ tag, attributes }: Shortcode): string {
  return /^(?:audio|video|embed|youtube|vimeo)$/.test(tag) ? buildLink(findAddress(attributes)) : '';
}

function buildFigure(stated: string, content: string): string {
  const image = /^\s*(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*<\/a>)?/i.exec(content)?.[0] ?? '';
  const caption = (stated || content.slice(image.length)).trim();
  const text = caption ? `<figcaption>${caption}</figcaption>` : '';
  return image || text ? `\n\n<figure>${image.trim()}${text}</figure>\n\n` : '';
}

function findAddress(attributes: Attributes): string {
  const names = ['src', 'url', 'mp3', 'm4a', 'ogg', 'wav', 'mp4', 'm4v', 'webm', 'ogv'];
  return names.map((name) => attributes[name]).find(Boolean) ?? '';
}

function buildLink(address: string): string {
  if (!/^https?:\/\/[^\s"'<>]+$/i.test(address)) return '';
  return `\n\n<p><a href="${address}">${address}</a></p>\n\n`;
}
