import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { WorkAhead } from './work-ahead';

it('makes things while nobody asks, no more than so many ahead', async () => {
  const made: number[] = [];
  using ahead = new WorkAhead(5, (at) => made.push(at), 2);
  expect(made).toEqual([]);
  for (let turns = 0; turns < 10; turns += 1) await turn();
  expect(made).toEqual([0, 1]);
  ahead.take(0);
  for (let turns = 0; turns < 10; turns += 1) await turn();
  expect(made).toEqual([0, 1, 2]);
});

it('makes what is asked for too early at once, and nothing twice', async () => {
  const made: number[] = [];
  using ahead = new WorkAhead(4, (at) => (made.push(at), `thing ${at}`));
  expect(ahead.take(0)).toBe('thing 0');
  await turn();
  await turn();
  expect([1, 2, 3].map((at) => ahead.take(at))).toEqual(['thing 1', 'thing 2', 'thing 3']);
  expect(made).toEqual([0, 1, 2, 3]);
});

it('tells whoever asks for it that a thing cannot be made, and makes the others', async () => {
  using ahead = new WorkAhead(2, (at) => {
    if (at === 0) throw new Error('broken');
    return at;
  });
  for (let turns = 0; turns < 5; turns += 1) await turn();
  expect(() => ahead.take(0)).toThrow('broken');
  expect(ahead.take(1)).toBe(1);
});

it('stops when it is not needed any more', async () => {
  const made: number[] = [];
  const ahead = new WorkAhead(3, (at) => made.push(at));
  ahead[Symbol.dispose]();
  for (let turns = 0; turns < 5; turns += 1) await turn();
  expect(made).toEqual([]);
});
