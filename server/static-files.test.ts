import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { forever } from './send-page';
import { StaticFiles } from './static-files';

let dir: string;
let files: StaticFiles;

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'finews-static-'));
  const contents = {
    '.next/static/chunks/a.css': 'a{}',
    '.next/server/secret.js': 'secret',
    'public/assets/theme.js': 'let a',
    'public/picture.png': 'png',
    'package.json': '{}',
  };
  for (const [name, content] of Object.entries(contents)) {
    await mkdir(path.dirname(path.join(dir, name)), { recursive: true });
    await writeFile(path.join(dir, name), content);
  }
  files = await StaticFiles.open(dir, 'abc');
});

afterAll(() => rm(dir, { recursive: true }));

function get(address: string) {
  return files.get(new URL(address, 'http://finews.invalid'));
}

it.each([
  ['/_next/static/chunks/a.css', 'text/css; charset=utf-8', 'a{}', forever],
  ['/assets/theme.js', 'text/javascript; charset=utf-8', 'let a', 0],
  ['/assets/theme.js?v=abc', 'text/javascript; charset=utf-8', 'let a', forever],
  // What an instance of another release is asked for must not be kept under that release's address.
  ['/assets/theme.js?v=abd', 'text/javascript; charset=utf-8', 'let a', 0],
])('%s', async (address, contentType, body, maxAge) => {
  const file = await get(address);
  expect(file).toMatchObject({ status: 200, contentType, maxAge });
  expect(file?.body.toString()).toBe(body);
});

it.each(['/picture.png', '/assets/none.js', '/_next/static/chunks/../../server/secret.js', '/package.json'])(
  'not %s',
  async (address) => {
    expect(await get(address)).toBeUndefined();
  },
);

it('a file that went away is none, and is one again when it is back', async () => {
  const file = path.join(dir, 'public/assets/moved.js');
  await writeFile(file, 'moved');
  const listed = await StaticFiles.open(dir, 'abc');
  const ask = () => listed.get(new URL('http://finews.invalid/assets/moved.js'));
  await rm(file);
  expect(await ask()).toBeUndefined();
  await writeFile(file, 'back');
  expect((await ask())?.body.toString()).toBe('back');
});

it('knows every file of the build and of public', () => {
  expect(
    ['/picture.png', '/assets/theme.js', '/_next/static/chunks/a.css'].map((at) => files.has(at)),
  ).toEqual([true, true, true]);
  expect(['/', '/package.json', '/public/picture.png'].map((at) => files.has(at))).toEqual([
    false,
    false,
    false,
  ]);
});
