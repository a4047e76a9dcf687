import type { Document } from 'domhandler';
import render from 'dom-serializer';
import { parseBody } from './parse-body';

/** For the tables that test one step: HTML in, HTML out and what the step returned. */
export function applyStep<Result>(
  html: string,
  step: (root: Document) => Result,
): { html: string; result: Result } {
  const { root } = parseBody(html);
  const result = step(root);
  return { html: serialiseTree(root), result };
}

/** HTML of a tree as a step left it. */
export function serialiseTree(root: Document): string {
  return render(root.children, { encodeEntities: 'utf8', emptyAttrs: true });
}
