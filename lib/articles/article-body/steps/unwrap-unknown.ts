import type { Document } from 'domhandler';
import { listElements, unwrap } from '../dom';
import { isAllowedTag } from './sanitise';

/** Elements that `sanitise` does not know leave their text, so that `tidyWhitespace` sees it as it will be. */
export function unwrapUnknown(root: Document): void {
  for (const element of listElements(root)) if (!isAllowedTag(element.name)) unwrap(element);
}
