import { expect, it } from 'vitest';
import { TerminalProgress } from './import-progress';

function show(isTTY: boolean, notes: [count: number, atMs: number][], total = 100) {
  const lines: string[] = [];
  const progress = new TerminalProgress(total, { isTTY, write: (text) => lines.push(text.replace('\r\u001b[2K', '')) });
  for (const [count, atMs] of notes) progress.note(count, atMs);
  progress.end();
  return lines;
} // prettier-ignore

it('draws a bar with rate and time left, at most five times a second, and takes it away', () => {
  const lines = show(true, [[0, 1000], [25, 2000], [1, 2100], [24, 3000]]); // prettier-ignore
  expect(lines).toHaveLength(4);
  expect(lines[1]).toContain('██████░░░░░░░░░░░░░░░░░░ 25%');
  expect(lines[2]).toMatch(/50%.*50.*25\/s.*2 s/);
  expect(lines[3]).toBe('');
});

it('counts only where the total is unknown or was wrong', () => {
  expect(show(true, [[5, 1000]], 0)[0]).toMatch(/^5 /);
  expect(show(true, [[500, 1000]])[0]).toMatch(/^500 /);
});

it('says nothing where there is no terminal', () => {
  expect(show(false, [[5, 1000], [5, 5000]])).toEqual([]); // prettier-ignore
});
