import { expect, test } from 'vitest';
import { applyStep } from './apply-step';
import { removeUnsafe } from './remove-unsafe';

test.each([
  ['a script', '<p>a</p><script>x()</script>', '<p>a</p>', 1],
  ['an event handler', '<p onclick="x()">a</p>', '<p>a</p>', 1],
  ['a script address', '<a href="java\tscript:x()">a</a>', '<a>a</a>', 1],
  ['styles go unsaid', '<style>p{}</style><p>a</p>', '<p>a</p>', 0],
  ['comments go unsaid', '<!-- x --><p>a</p>', '<p>a</p>', 0],
  [
    'a film becomes a link',
    '<iframe src="//v.example/1"></iframe>',
    '<a href="https://v.example/1">https://v.example/1</a>',
    0,
  ],
  [
    'a source inside',
    '<video><source src="https://v.example/1.mp4"></video>',
    '<a href="https://v.example/1.mp4">https://v.example/1.mp4</a>',
    0,
  ],
  ['a frame without a page', '<iframe srcdoc="<p>x"></iframe>', '', 1],
  ['xmp', '<xmp><b>a</b></xmp>', '<pre>&lt;b&gt;a&lt;/b&gt;</pre>', 0],
])('%s', (_name, source, html, result) => {
  expect(applyStep(source, removeUnsafe)).toEqual({ html, result });
});
