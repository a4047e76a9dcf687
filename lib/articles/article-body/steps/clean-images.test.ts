import { expect, test } from 'vitest';
import { applyStep } from './apply-step';
import { cleanImages } from './clean-images';

const a = 'https://i.example/a_w800h555.jpg';

test.each([
  [
    'a stated width scales the height',
    `<p><img src="${a}" alt="Image" width="552"></p>`,
    `<p><img src="${a}" alt="" width="552" height="383"></p>`,
    a,
  ],
  [
    'the size of the file',
    `<p><img src="${a}" alt="图"></p>`,
    `<p><img src="${a}" alt="图" width="800" height="555"></p>`,
    a,
  ],
  [
    'a stated size',
    `<img src="${a}" width="10" height="20px">`,
    `<img src="${a}" alt="" width="10" height="20">`,
    a,
  ],
  [
    'no size',
    '<img src="https://i.example/b.jpg" width="100%">',
    '<img src="https://i.example/b.jpg" alt="">',
    'https://i.example/b.jpg',
  ],
  [
    'a misspelt source',
    `<img orginial_src="https://i.example/b.jpg">`,
    '<img src="https://i.example/b.jpg" alt="">',
    'https://i.example/b.jpg',
  ],
  [
    'a lazy source',
    '<img src="data:image/gif;base64,R0" data-src="//i.example/b.jpg">',
    '<img src="https://i.example/b.jpg" alt="">',
    'https://i.example/b.jpg',
  ],
  ['a path of the site', '<p>文<img src="/b.jpg"></p>', '<p>文<img src="/b.jpg" alt=""></p>', null],
  ['no address', '<p>文<img src="b.jpg" alt="一只猫"></p>', '<p>文一只猫</p>', null],
])('%s', (_name, source, html, result) => {
  expect(applyStep(source, (root) => cleanImages(root, undefined))).toEqual({ html, result });
});

test('a relative address with a base', () => {
  const { result } = applyStep('<img src="b.jpg">', (root) =>
    cleanImages(root, 'https://i.example/x/y.html'),
  );
  expect(result).toBe('https://i.example/x/b.jpg');
});
