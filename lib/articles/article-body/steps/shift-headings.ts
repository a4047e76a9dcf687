import type { Document } from 'domhandler';
import { listElements } from '../dom';
import { isEmpty } from './drop-empty';

/**
 * The page's `h1` is the title: headings of a body begin at `h2`, and each goes at most one level deeper than the one
 * above it, as screen readers walk them. Which heading belongs to which stays as it was written.
 */
export function shiftHeadings(root: Document): void {
  const above: { written: number; shown: number }[] = [];
  for (const heading of listElements(root)) {
    if (!/^h[1-6]$/u.test(heading.name) || isEmpty(heading)) continue;
    const written = Number(heading.name[1]);
    while ((above.at(-1)?.written ?? 0) >= written) above.pop();
    const shown = Math.min(6, (above.at(-1)?.shown ?? 1) + 1);
    above.push({ written, shown });
    heading.name = `h${shown}`;
  }
}
