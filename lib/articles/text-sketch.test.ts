import { expect, it } from 'vitest';
import { buildTextSketch } from './text-sketch';

const sentences = Array.from(
  { length: 60 },
  (_, at) => `第${at}条：市场消息${at * 7919}，指数变动${at * 104729}点。`,
);
const text = sentences.join('');

function countEqual(one: string, other: string): number {
  const [a, b] = [buildTextSketch(one) ?? [], buildTextSketch(other) ?? []];
  return a.filter((value, at) => value === b[at]).length;
}

it('is the same for the same text, whatever its spaces and case', () => {
  expect(countEqual(text, text)).toBe(8);
  expect(countEqual(`${text}ABC`, ` ${sentences.join('\n ')} abc`)).toBe(8);
});

it('is mostly the same for a text with one sentence changed, and not for another text', () => {
  expect(countEqual(text, text.replace(sentences[30] ?? '', '此处改写了一句话。'))).toBeGreaterThanOrEqual(6);
  const other = Array.from({ length: 60 }, (_, at) => `另一篇${at * 31}讲的是完全不同的事情${at * 65537}。`);
  expect(countEqual(text, other.join(''))).toBeLessThanOrEqual(1);
});

it('is none for a text that is too short', () => {
  expect(buildTextSketch('短讯一则。')).toBeNull();
});
