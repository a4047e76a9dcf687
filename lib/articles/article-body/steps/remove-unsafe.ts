import { type Document, type Element, isTag, isText, Text } from 'domhandler';
import { editTree, listElements, wrapNodes } from '../dom';

const removedWhole = new Set(
  (
    'script style template noembed noframes svg math object applet embed title meta link base ' +
    'textarea select option datalist iframe frame frameset video audio source track canvas map area'
  ).split(' '),
);
const counted = new Set(['script', 'object', 'applet', 'embed', 'iframe', 'frame', 'base', 'meta']);
const embeds = new Set(['iframe', 'video', 'audio', 'embed', 'object']);
const preformatted = new Set(['xmp', 'listing', 'plaintext']);
const unwrapped = new Set(['noscript', 'html', 'body', 'head']);

/**
 * What may not stand in a story: scripts, styles, frames, event handlers, `javascript:` addresses, comments. A film or
 * frame with an http address becomes a link to it. This step is for the editor's report and for keeping the text
 * around such things; what is safe is decided by `sanitise` alone.
 * @returns how many unsafe things went.
 */
export function removeUnsafe(root: Document): number {
  let count = 0;
  for (const element of listElements(root)) {
    count += removeAttributes(element);
    if (embeds.has(element.name)) liftEmbedAddress(element);
  }
  editTree(root, (node) => {
    if (!isTag(node)) return isText(node) ? null : [];
    if (preformatted.has(node.name)) node.name = 'pre';
    if (unwrapped.has(node.name)) return node.children;
    if (!removedWhole.has(node.name)) return null;
    const link = embeds.has(node.name) ? buildEmbedLink(node) : null;
    if (!link && counted.has(node.name)) count += 1;
    return link ? [link] : [];
  });
  return count;
}

/** The address of a film may stand in a `<source>` inside, which goes first. */
function liftEmbedAddress(element: Element): void {
  const source = listElements(element).find((child) => child.name === 'source')?.attribs.src;
  const address = element.attribs.src ?? element.attribs.data ?? source;
  if (address !== undefined) element.attribs.src = address;
}

function removeAttributes(element: Element): number {
  const all = Object.entries(element.attribs);
  const kept = all.filter(([name, value]) => !name.startsWith('on') && !isScriptAddress(value));
  if (kept.length < all.length) element.attribs = Object.fromEntries(kept);
  return all.length - kept.length;
}

/** Browsers skip white space and controls within a scheme. */
function isScriptAddress(value: string): boolean {
  if (!value.includes(':')) return false;
  const start = value.slice(0, 200).replace(/[\s\p{Cc}\p{Cf}]+/gu, '');
  return /^(?:javascript|vbscript|data:text)\b/iu.test(start);
}

function buildEmbedLink({ attribs: { src = '' } }: Element): Element | null {
  const address = src.startsWith('//') ? `https:${src}` : src;
  if (!/^https?:\/\/[^\s"'<>]+$/iu.test(address)) return null;
  return wrapNodes([new Text(address)], 'a', { href: address });
}
