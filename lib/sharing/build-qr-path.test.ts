import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { buildQrPath } from './build-qr-path';

function paint({ size, d }: { size: number; d: string }): boolean[][] {
  const modules = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, width] of d.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    modules[Number(y)]?.fill(true, Number(x), Number(x) + Number(width));
  }
  return modules;
}

test.each(['http://127.0.0.1:3000/s/ab12cd3', 'https://news.example/s/中文', 'x'.repeat(300)])(
  'the path paints exactly the code of %s',
  (text) => {
    const path = buildQrPath(text);
    expect(paint(path)).toEqual(encode(text, { ecc: 'M', border: 4 }).data);
    expect(path.d.replace(/M\d+ \d+h\d+v1h-\d+z/g, '')).toBe('');
  },
);

test('a finder pattern lies in the corner behind the quiet zone', () => {
  expect(buildQrPath('https://news.example/s/ab12cd3').d.startsWith('M4 4h7v1h-7z')).toBe(true);
});
