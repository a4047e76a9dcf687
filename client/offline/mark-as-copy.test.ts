import { expect, it } from 'vitest';
import { listPictures } from './list-pictures';
import { markAsCopy } from './mark-as-copy';

it('a copy says when it was made, and keeps its policy', async () => {
  const headers = {
    date: 'Sat, 21 Nov 2026 00:30:00 GMT',
    'content-security-policy': "default-src 'none'",
    'content-encoding': 'gzip',
  };
  const marked = await markAsCopy(
    new Response('<!DOCTYPE html><html lang="en"><p>&lt;html</p>', { headers }),
  );
  expect(await marked.text()).toBe(
    '<!DOCTYPE html><html data-kept="2026-11-21T00:30:00.000Z" lang="en"><p>&lt;html</p>',
  );
  expect(marked.headers.get('content-security-policy')).toBe("default-src 'none'");
  expect(marked.headers.has('content-encoding')).toBe(false);
});

it('a copy without a date is still told as one', async () => {
  expect(await (await markAsCopy(new Response('<html lang="en">'))).text()).toBe(
    '<html data-kept="" lang="en">',
  );
});

it('only the portal’s own pictures are kept, each once', () => {
  const html =
    '<img alt="" src="/images/a.webp" width="1"><img src="/images/a.webp"><img src="https://e.example/images/b.png"><img src="/images/../api">';
  expect(listPictures(html)).toEqual(['/images/a.webp']);
  expect(listPictures(undefined)).toEqual([]);
});
