import markdownIt from 'markdown-it';
import { getList, getText, isNode, type JsonNode } from './json-node';

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/**
 * A card of Ghost's editors as HTML: pictures, code, Markdown, HTML, links to other pages. Cards that only make sense
 * on the page of a Ghost site (sign-up forms, paywalls, e-mail parts) are empty.
 */
export function renderCard(name: string, card: JsonNode): string {
  switch (name.replace(/^card-/, '')) {
    case 'image':
      return renderImage(card);
    case 'gallery':
      return getList(card['images']).filter(isNode).map(renderImage).join('\n');
    case 'markdown':
      return markdownIt({ html: true }).render(getText(card, 'markdown'));
    case 'html':
      return getText(card, 'html');
    case 'code':
    case 'codeblock':
      return `<pre><code>${escapeHtml(getText(card, 'code'))}</code></pre>`;
    case 'hr':
    case 'horizontalrule':
      return '<hr>';
    case 'callout':
      return `<blockquote>${getText(card, 'calloutText')}</blockquote>`;
    case 'toggle':
      return `<h4>${getText(card, 'heading')}</h4>\n${getText(card, 'content')}`;
    default:
      return renderLink(card);
  }
}

function renderImage(card: JsonNode): string {
  const source = getText(card, 'src', 'image', 'url');
  const caption = getText(card, 'caption');
  const image = source
    ? `<img src="${escapeHtml(source)}" alt="${escapeHtml(getText(card, 'alt', 'altText'))}">`
    : '';
  return image && `<figure>${image}${caption ? `<figcaption>${caption}</figcaption>` : ''}</figure>`;
}

/** Bookmarks, embedded pages, files, sound and moving pictures. */
function renderLink(card: JsonNode): string {
  const address = getText(card, 'url', 'buttonUrl', 'src', 'productUrl');
  const metadata = isNode(card['metadata']) ? card['metadata'] : {};
  const text = getText(metadata, 'title') || getText(card, 'title', 'fileTitle', 'buttonText', 'productTitle', 'caption') || address; // prettier-ignore
  return address ? `<p><a href="${escapeHtml(address)}">${escapeHtml(text)}</a></p>` : '';
}
