import { expect, test } from 'vitest';
import { applyStep } from './apply-step';
import { dropHidden } from './drop-hidden';

test.each([
  [
    'an empty hidden paragraph is no loss',
    '<p style="display:none;height:1px;overflow:hidden;"><br /></p><p>文</p>',
    '<p>文</p>',
    0,
  ],
  ['hidden text', '<p>文<span style="display: none">买入</span></p>', '<p>文</p>', 1],
  ['no height', '<div style="height:1px;overflow:hidden">x</div>', '', 1],
  [
    'a full height',
    '<div style="height:10px;overflow:hidden">x</div>',
    '<div style="height:10px;overflow:hidden">x</div>',
    0,
  ],
  [
    'a line height',
    '<p style="line-height:1;overflow:hidden">x</p>',
    '<p style="line-height:1;overflow:hidden">x</p>',
    0,
  ],
  ['the attribute', '<p hidden>x</p>', '', 1],
  [
    'a pixel that counts readers',
    '<p>文<img src="http://t.example/1" width="1" height="1"></p>',
    '<p>文</p>',
    0,
  ],
  [
    'a real picture',
    '<img src="/a.png" width="100" height="1">',
    '<img src="/a.png" width="100" height="1">',
    0,
  ],
])('%s', (_name, source, html, result) => {
  expect(applyStep(source, dropHidden)).toEqual({ html, result });
});
