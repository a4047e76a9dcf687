import type { Document, Element } from 'domhandler';
import { removeElement } from 'domutils';
import { listElements, listLeafBlocks, readText } from '../dom';

export interface SourceLinks {
  /** The story's page at its source. */
  sourceUrl: string | null;
  /** The share page: `…NewsShare.html?infoCode=NW…`. */
  shareUrl: string | null;
  /** Both kinds, as written, in the order of the text. */
  links: string[];
}

/** So many blocks at the end may hold such lines. */
const TAIL_LENGTH = 4;

/**
 * The lines with the story's own addresses at the end of a post: a paragraph that is nothing but one link to a
 * share page or to an address with the story's id in it, or the `<>` that stands there when there was none.
 */
export function liftSourceLinks(root: Document): SourceLinks {
  const found: SourceLinks = { sourceUrl: null, shareUrl: null, links: [] };
  for (const block of listLeafBlocks(root).slice(-TAIL_LENGTH)) {
    const address = readLoneAddress(block);
    if (address === null) continue;
    removeElement(block);
    if (address !== '') keepAddress(found, address);
  }
  return found;
}

/** @returns `''` for `<>`, null for a paragraph that says more. */
function readLoneAddress(block: Element): string | null {
  const text = readText(block);
  if (text === '<>') return '';
  const [link, ...more] = listElements(block).filter((element) => element.name === 'a');
  if (more.length > 0 || (link && readText(link) !== text)) return null;
  const address = (link?.attribs.href ?? text).trim();
  const isLabelled = /^https?:\/\//iu.test(text) || /^(?:阅读)?原文|^(?:分享|来源|链接)/u.test(text);
  return isLabelled && (isShareAddress(address) || isStoryAddress(address)) ? address : null;
}

function isShareAddress(address: string): boolean {
  return /^https?:\/\/[^\s?#]+\?(?:[^\s#]*&)?infoCode=(?:NW)?\d+/iu.test(address);
}

function isStoryAddress(address: string): boolean {
  return /^https?:\/\/[^\s/]+\/[^\s?#]*?(?:NW)?\d{12,24}\.s?html?$/iu.test(address);
}

function keepAddress(found: SourceLinks, address: string): void {
  found.links.push(address);
  if (isShareAddress(address)) found.shareUrl ??= address;
  else found.sourceUrl ??= address;
}
