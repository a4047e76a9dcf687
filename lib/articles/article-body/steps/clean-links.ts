import type { Document, Element } from 'domhandler';
import { isBlank, isBlock, isNamed, listElements, removeNodes, unwrapElements } from '../dom';
import { resolveAddress } from './resolve-address';

/** Prefix of every id in a body, so that none meets an id of the page. */
export const ID_PREFIX = 'b-';

/**
 * Links: addresses as `resolveAddress` has them; what leads nowhere becomes text. Links within the body work: the
 * ids that they lead to are kept with a prefix (on the block, where a bare anchor carried it), all other ids go.
 */
export function cleanLinks(root: Document, baseUrl: string | undefined): void {
  removeNodes(root, new Set(listElements(root).filter(isEmptyLink)));
  const elements = listElements(root);
  const links = elements.filter((element) => element.name === 'a');
  const outer = links.filter((link) => !isInLink(link));
  const wanted = new Set(outer.map((link) => readFragment(link)).filter((id) => id !== null));
  const kept = keepIds(elements, wanted);
  const dead = new Set(links.filter((link) => !cleanLink(link, kept, baseUrl)));
  if (dead.size > 0) unwrapElements(root, (element) => dead.has(element));
}

/** Nobody can follow it; as a target (`<a name>`) it is kept. */
function isEmptyLink(element: Element): boolean {
  const { id, name, href } = element.attribs;
  return (
    element.name === 'a' && href !== undefined && id === undefined && name === undefined && isBlank(element)
  );
}

/** HTML knows no link within a link; an anchor that nobody closed is none. */
function isInLink(node: Element): boolean {
  for (let { parent } = node; parent; { parent } = parent)
    if (isNamed(parent, 'a') && parent.attribs.href !== undefined) return true;
  return false;
}

/** @returns whether it leads anywhere. */
function cleanLink(link: Element, kept: ReadonlySet<string>, baseUrl: string | undefined): boolean {
  const { href, id, title } = link.attribs;
  const fragment = readFragment(link);
  const address =
    fragment === null
      ? resolveAddress(href ?? '', baseUrl)
      : kept.has(fragment)
        ? `#${addPrefix(fragment)}`
        : null;
  if (address === null || isInLink(link)) return false;
  link.attribs = { href: address, ...(title ? { title } : {}), ...(id ? { id } : {}) };
  return true;
}

function readFragment(link: Element): string | null {
  const href = link.attribs.href?.trim() ?? '';
  if (!href.startsWith('#') || href.length < 2) return null;
  const raw = href.slice(1);
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

/** @returns the ids that exist, without prefix. */
function keepIds(elements: Element[], wanted: ReadonlySet<string>): Set<string> {
  const kept = new Set<string>();
  for (const element of elements) {
    const id = readId(element, wanted);
    delete element.attribs.id;
    delete element.attribs.name;
    if (id === null || kept.has(id) || !/^[\p{L}\p{N}_.:-]{1,80}$/u.test(id)) continue;
    const carrier = findCarrier(element);
    if (!carrier) continue;
    kept.add(id);
    carrier.attribs.id = addPrefix(id);
  }
  return kept;
}

function readId(element: Element, wanted: ReadonlySet<string>): string | null {
  const { id, name } = element.attribs;
  const heading = /^h[1-6]$/u.test(element.name) ? buildHeadingId(element) : undefined;
  return (
    [id, element.name === 'a' ? name : undefined, heading].find(
      (value) => value !== undefined && matches(value, wanted),
    ) ?? null
  );
}

function matches(id: string, wanted: ReadonlySet<string>): boolean {
  return wanted.has(id) || (id.startsWith(ID_PREFIX) && wanted.has(id));
}

/** The id that kramdown gives a heading. */
function buildHeadingId(heading: Element): string {
  const text = heading.children.map(readDeep).join('');
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replace(/ /gu, '-');
}

function readDeep(node: Element['children'][number]): string {
  return 'data' in node ? node.data : 'children' in node ? node.children.map(readDeep).join('') : '';
}

/** The element itself where it will stay, else the block around it. */
function findCarrier(element: Element): Element | null {
  if (isBlock(element) || element.name === 'sup')
    return element.attribs.id?.startsWith(ID_PREFIX) ? null : element;
  for (let parent = element.parent; parent && 'attribs' in parent; parent = parent.parent) {
    if (isBlock(parent)) return parent.attribs.id?.startsWith(ID_PREFIX) ? null : parent;
  }
  return null;
}

function addPrefix(id: string): string {
  return id.startsWith(ID_PREFIX) ? id : ID_PREFIX + id;
}
