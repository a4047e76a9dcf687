import { expect, it } from 'vitest';
import { parseSetting } from './reading-settings';

it.each([
  ['theme', 'dark', 'dark'],
  ['theme', 'system', undefined],
  ['text', 'largest', 'largest'],
  ['text', '', undefined],
  ['width', 'wide', 'wide'],
  ['width', 'wide"><script>', undefined],
  ['keys', 'off', 'off'],
  ['keys', 'on', undefined],
  ['offline', undefined, undefined],
] as const)('%s %j is %j', (name, value, expected) => {
  expect(parseSetting(name, value)).toBe(expected);
});
