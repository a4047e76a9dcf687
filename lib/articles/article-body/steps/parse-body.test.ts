import type { ParentNode } from 'domhandler';
import { textContent } from 'domutils';
import { expect, test } from 'vitest';
import { listElements } from '../dom';
import { serialiseTree } from './apply-step';
import { MAX_DEPTH, parseBody } from './parse-body';

test('an ordinary body comes back as it was', () => {
  const { root, flattened } = parseBody('<p>《&lt;蒙特利尔议定书&gt;》<br></p>');
  expect(serialiseTree(root)).toBe('<p>《&lt;蒙特利尔议定书&gt;》<br></p>');
  expect(flattened).toBe(0);
});

test('what no page may hold goes, however it is written', () => {
  const { root } = parseBody('<p title="a&#xFFFF;">b&#xFDD0;\uFFFE&#1;</p><pre>c&#x85;</pre>');
  expect(serialiseTree(root)).toBe('<p title="a">b</p><pre>c…</pre>');
});

test('what lies too deep loses its tags, not its text', () => {
  const { root, flattened } = parseBody(`${'<div>'.repeat(5000)}tief${'</div>'.repeat(5000)}<p>after</p>`);
  expect(flattened).toBeGreaterThan(4000);
  expect(listElements(root).length).toBeLessThan(1000);
  expect(Math.max(...listElements(root).map(measureDepth))).toBe(MAX_DEPTH);
  expect(textContent(root)).toBe('tiefafter');
});

test('a megabyte of open tags comes to an end, flattened', { timeout: 30_000 }, () => {
  expect(parseBody('<b>'.repeat(350_000)).flattened).toBeGreaterThan(300_000);
});

function measureDepth(node: ParentNode): number {
  return node.parent ? 1 + measureDepth(node.parent) : 0;
}
