import type { Document, Element } from 'domhandler';
import { isBlank, listElements, removeNodes } from '../dom';

/**
 * What the source hid from its own readers (`display:none`, no height, no size …) and pictures of one pixel, which
 * only count readers.
 * @returns how many held something: empty ones are no loss.
 */
export function dropHidden(root: Document): number {
  const hidden = listElements(root).filter((element) => isHidden(element) || isPixel(element));
  let count = 0;
  for (const element of hidden) {
    if (element.name !== 'img' && !isBlank(element)) count += 1;
  }
  removeNodes(root, new Set(hidden));
  return count;
}

function isHidden(element: Element): boolean {
  if (element.attribs.hidden !== undefined) return true;
  const style = element.attribs.style;
  if (style === undefined) return false;
  const rules = style.toLowerCase().replace(/\s+/gu, '');
  if (/(?:^|;)(?:display:none|visibility:hidden|font-size:0(?:px)?(?:;|!|$))/u.test(rules)) return true;
  return (
    /(?:^|;)(?:max-)?(?:height|width):[01](?:px)?(?:;|!|$)/u.test(rules) && rules.includes('overflow:hidden')
  );
}

function isPixel(element: Element): boolean {
  if (element.name !== 'img') return false;
  const { width, height, style = '' } = element.attribs;
  const styled = /(?:^|;)\s*(?:width|height)\s*:\s*[01]px/iu.test(style);
  const sizes = [width, height].filter((size) => size !== undefined);
  return styled || (sizes.length > 0 && sizes.every((size) => /^\s*[01](?:px)?\s*$/u.test(size)));
}
