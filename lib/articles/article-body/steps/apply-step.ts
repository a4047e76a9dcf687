import type { Document } from 'domhandler';
import { serialiseBody } from '../dom';
import { parseBody } from './parse-body';

/** For the tables that test one step: HTML in, HTML out and what the step returned. */
export function applyStep<Result>(
  html: string,
  step: (root: Document) => Result,
): { html: string; result: Result } {
  const { root } = parseBody(html);
  const result = step(root);
  return { html: serialiseBody(root), result };
}
