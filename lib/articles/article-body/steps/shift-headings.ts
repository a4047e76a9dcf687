import type { Document } from 'domhandler';
import { listElements } from '../dom';

/** The page's `h1` is the title: where a body has one too, all its headings go down one level. */
export function shiftHeadings(root: Document): void {
  const headings = listElements(root).filter((element) => /^h[1-6]$/u.test(element.name));
  if (!headings.some((heading) => heading.name === 'h1')) return;
  for (const heading of headings) heading.name = `h${Math.min(6, Number(heading.name[1]) + 1)}`;
}
