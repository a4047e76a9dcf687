import type { Document } from 'domhandler';
import { unwrapElements } from '../dom';
import { isAllowedTag } from './sanitise';

/** Elements that `sanitise` does not know leave their text, so that `tidyWhitespace` sees it as it will be. */
export function unwrapUnknown(root: Document): void {
  // An `h1` that `shiftHeadings` left is empty and goes with what it holds.
  unwrapElements(root, ({ name }) => !isAllowedTag(name) && name !== 'h1');
}
