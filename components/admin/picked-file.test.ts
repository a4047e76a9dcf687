import { expect, it } from 'vitest';
import { listChosen, mergePicked, sumSizes, withoutJunk } from './picked-file';

function pick(path: string, text = 'x') {
  return { path, file: new File([text], path.split('/').at(-1) ?? '') };
}

it('takes a chosen file’s path from its folder', () => {
  const file = new File(['x'], 'a.md');
  Object.defineProperty(file, 'webkitRelativePath', { value: 'site/_posts/a.md' });
  expect(listChosen([file, new File(['x'], 'b.md')]).map(({ path }) => path)).toEqual([
    'site/_posts/a.md',
    'b.md',
  ]);
});

it('leaves out what no person put there', () => {
  const paths = ['a.md', '.DS_Store', 'site/.git/config', '__MACOSX/a.md', 'site/Thumbs.db', '中文/稿.md'];
  expect(withoutJunk(paths.map((path) => pick(path))).map(({ path }) => path)).toEqual([
    'a.md',
    '中文/稿.md',
  ]);
});

it('replaces a file of the same path', () => {
  const merged = mergePicked([pick('a.md', 'old'), pick('b.md')], [pick('a.md', 'newer')]);
  expect(merged.map(({ path }) => path)).toEqual(['a.md', 'b.md']);
  expect(sumSizes(merged)).toBe(6);
});
