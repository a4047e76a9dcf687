import { expect, it } from 'vitest';
import { readResult } from './post-json';

it.each([
  [
    'a plain error',
    '{"code":"upload-too-large","params":{"limit":5}}',
    'upload-too-large',
    { minutes: 0, limit: 5 },
  ],
  ['a wrapped error', '{"error":{"code":"not-signed-in"}}', 'not-signed-in', { minutes: 0 }],
  [
    'better-auth’s',
    '{"code":"INVALID_PASSWORD","message":"Invalid password"}',
    'INVALID_PASSWORD',
    { minutes: 0 },
  ],
  ['a proxy’s page', '<html>502</html>', 'unexpected', { minutes: 0 }],
  ['nothing', '', 'unexpected', { minutes: 0 }],
])('reads %s', (_, text, code, params) => {
  expect(readResult(false, text)).toEqual({ ok: false, code, params });
});

it('tells how many minutes to wait', () => {
  expect(readResult(false, '{"code":"too-many-attempts"}', '3541')).toMatchObject({
    params: { minutes: 60 },
  });
});

it('hands on the answer', () => {
  expect(readResult(true, '{"id":"x"}')).toEqual({ ok: true, body: { id: 'x' } });
});
