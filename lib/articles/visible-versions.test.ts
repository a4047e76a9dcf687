import { expect, it } from 'vitest';
import { listVisibleVersions, type ArticleState } from './visible-versions';

/** States oldest first, `-` before what nobody could see: `['-draft', 'a', 'b']`. The last is the present one. */
function list(...names: string[]): string[] {
  const states = names.map((name, at): ArticleState => {
    const isLast = at === names.length - 1;
    return {
      revisionId: isLast ? null : at,
      endedAt: isLast ? null : new Date(at),
      isVisible: !name.startsWith('-'),
      hash: name.replace('-', ''),
    };
  });
  return listVisibleVersions(states.reverse()).map(({ revisionId, since }) => {
    const name = names[revisionId ?? names.length - 1] ?? '';
    return since ? `${name} since ${since.getTime()}` : name;
  });
}

it.each([
  ['never changed', ['a'], ['a']],
  ['changed twice', ['a', 'b', 'c'], ['c since 1', 'b since 0', 'a']],
  ['written over with the same', ['a', 'a', 'b', 'b'], ['b since 1', 'a']],
  ['changed and changed back', ['a', 'b', 'a'], ['a since 1', 'b since 0', 'a']],
  ['a draft before', ['-draft', '-draft2', 'a', 'b'], ['b since 2', 'a']],
  ['a draft published as it was', ['-a', 'a'], ['a']],
  ['withdrawn, mended, published again', ['secret', '-secret', '-mended', 'mended'], ['mended']],
  ['changed after it came back', ['secret', '-secret', 'mended', 'better'], ['better since 2', 'mended']],
  ['withdrawn and published unchanged', ['a', 'b', '-b', 'b', 'c'], ['c since 3', 'b']],
  ['withdrawn now', ['a', 'b', '-b'], []],
])('%s', (_what, states, expected) => {
  expect(list(...states)).toEqual(expected);
});
