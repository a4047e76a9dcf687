import { type ChildNode, type Document, isTag, isText } from 'domhandler';

const voidTags = new Set(['br', 'hr', 'img', 'wbr']);
/** What every picture and every link to elsewhere has; `sanitise` sets the same. */
const pictureRules = ' loading="lazy" decoding="async" referrerpolicy="no-referrer"';
const foreignLink = ' rel="noopener noreferrer nofollow"';

/**
 * A cleaned tree as HTML, written just as `sanitise` writes it: then its first pass changes nothing and is the only
 * one. Not safe yet. Recursion is safe, because `parseBody` limits the depth.
 */
export function writeHtml(root: Document): string {
  return writeNodes(root.children);
}

function writeNodes(nodes: readonly ChildNode[]): string {
  let html = '';
  for (const node of nodes) {
    if (isText(node)) html += escapeText(node.data);
    else if (isTag(node)) {
      const { name } = node;
      html += `<${name}${writeAttributes(node.attribs)}`;
      if (name === 'img') html += pictureRules;
      else if (name === 'a' && /^https?:/.test(node.attribs.href ?? '')) html += foreignLink;
      html += voidTags.has(name) ? ' />' : `>${writeNodes(node.children)}</${name}>`;
    }
  }
  return html;
}

function writeAttributes(attribs: Record<string, string>): string {
  let text = '';
  for (const [name, value] of Object.entries(attribs))
    text += ` ${name}="${escapeText(value).replaceAll('"', '&quot;')}"`;
  return text;
}

function escapeText(text: string): string {
  if (!/[&<>]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
