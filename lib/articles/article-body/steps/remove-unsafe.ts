import { type Document, Element, isTag, isText, Text } from 'domhandler';
import { removeElement, replaceElement } from 'domutils';
import { listElements, unwrap } from '../dom';

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
  dropComments(root);
  let count = 0;
  for (const element of listElements(root)) {
    count += removeAttributes(element);
    if (embeds.has(element.name) && replaceEmbed(element)) continue;
    if (removedWhole.has(element.name)) {
      if (counted.has(element.name)) count += 1;
      removeElement(element);
    } else if (preformatted.has(element.name)) element.name = 'pre';
    else if (unwrapped.has(element.name)) unwrap(element);
  }
  return count;
}

/** Comments, directives and the like. */
function dropComments(root: Document): void {
  for (const parent of [root, ...listElements(root)]) {
    for (const node of [...parent.children]) {
      if (!isText(node) && !isTag(node)) removeElement(node);
    }
  }
}

function removeAttributes(element: Element): number {
  let count = 0;
  for (const [name, value] of Object.entries(element.attribs)) {
    if (!name.startsWith('on') && !isScriptAddress(value)) continue;
    delete element.attribs[name];
    count += 1;
  }
  return count;
}

/** Browsers skip white space and controls within a scheme. */
function isScriptAddress(value: string): boolean {
  if (!value.includes(':')) return false;
  const start = value.slice(0, 200).replace(/[\s\p{Cc}\p{Cf}]+/gu, '');
  return /^(?:javascript|vbscript|data:text)\b/iu.test(start);
}

function replaceEmbed(element: Element): boolean {
  const address = element.attribs.src ?? element.attribs.data ?? findSource(element);
  const absolute = address?.startsWith('//') ? `https:${address}` : address;
  if (absolute === undefined || !/^https?:\/\/[^\s"'<>]+$/iu.test(absolute)) return false;
  const link = new Element('a', { href: absolute }, []);
  const text = new Text(absolute);
  text.parent = link;
  link.children.push(text);
  replaceElement(element, link);
  return true;
}

function findSource(element: Element): string | undefined {
  return listElements(element).find((child) => child.name === 'source')?.attribs.src;
}
