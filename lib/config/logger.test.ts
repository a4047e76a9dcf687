import { expect, it } from 'vitest';
import { buildLogger } from './logger';

function log(details: object, message = 'failed'): string {
  let line = '';
  buildLogger('info', { write: (text) => (line += text) }).error(details, message);
  return line;
}

it.each([
  ['at the top', { token: 'hush' }],
  ['one below', { headers: { authorization: 'hush' } }],
  ['two below', { request: { headers: { cookie: 'hush' } } }],
  ['three below', { err: { meta: { client: { connectionString: 'hush' } } } }],
])('cuts a secret out %s', (_name, details) => {
  const line = log(details);
  expect(line).toContain('[Redacted]');
  expect(line).not.toContain('hush');
});

it('cuts an API token out of any text, so that it can still be told which one it was', () => {
  const token = `finews_abcde${'x'.repeat(38)}`;
  const line = log({ err: new Error(`refused: ${token}`), url: `/api?key=${token}` }, `with ${token}`);
  expect(line).not.toContain(token);
  expect(line).toContain('with finews_abcde…');
});
