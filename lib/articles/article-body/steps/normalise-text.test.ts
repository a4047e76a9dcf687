import { expect, test } from 'vitest';
import { normaliseText } from './normalise-text';

test.each([
  ['CR LF inside a file with LF', '<p>一</p>\r\n <p>二</p>\n', '<p>一</p>\n <p>二</p>\n', 0],
  ['a lone CR', 'a\rb', 'a\nb', 0],
  ['U+0000', 'a\u0000b', 'ab', 1],
  ['other controls, but not tab and newline', 'a\u0007\t\n\u009Fb', 'a\t\nb', 2],
  ['lone surrogates', 'a\uD800b\uDC00', 'ab', 2],
  ['what is no character', 'a\uFDD0b\u{1FFFE}', 'ab', 2],
  ['a real pair stays', '😀', '😀', 0],
  ['a byte order mark', '\uFEFFa', 'a', 0],
])('%s', (_name, source, text, removed) => {
  expect(normaliseText(source)).toEqual({ text, removed });
});
