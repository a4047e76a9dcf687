import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { getConfig } from '@/lib/config/config';
import { receiveUpload } from './receive-upload';
import { listUploads, removeUpload, UploadStore } from './upload-store';

/** Node's own `duplex`, which the types of the web do not know. */
function post(body: ReadableStream, type = 'text/markdown'): Request {
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    body,
    duplex: 'half',
    headers: { 'content-type': type },
  };
  return new Request('http://portal.invalid/api/imports', init);
}

type Part = [name: string, content: string];

function buildForm(parts: Part[]): string {
  const files = parts.map(
    ([name, content]) =>
      `--limit\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\n` +
      `Content-Type: text/markdown\r\n\r\n${content}\r\n`,
  );
  return `${files.join('')}--limit--\r\n`;
}

/** Sends a body in pieces of the given size, as a network would. */
function buildRequest(body: string, type = 'multipart/form-data; boundary=limit', size = 4000): Request {
  const bytes = Buffer.from(body);
  let at = 0;
  const stream = new ReadableStream({
    pull: (controller) => {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(at, (at += size)));
    },
  });
  return post(stream, type);
}

async function receive(request: Request, maxFiles?: number): Promise<Part[]> {
  const id = randomUUID();
  try {
    await receiveUpload(request, await UploadStore.create(id, maxFiles));
    const uploads = await listUploads(id);
    for (const { file } of uploads) {
      expect(path.dirname(file)).toBe(path.join(getConfig().dataDir, 'uploads', id));
    }
    return await Promise.all(
      uploads.map(async ({ file, path: name }): Promise<Part> => [name, await readFile(file, 'utf8')]),
    );
  } finally {
    await removeUpload(id);
  }
}

describe('receiveUpload: a form', () => {
  it.each([7, 4000, 1_000_000])('keeps order, names and bytes in pieces of %i bytes', async (size) => {
    const parts = Array.from({ length: 30 }, (_, at): Part => [
      `2022-02-18-${30 - at}.md`,
      '金融'.repeat(at * 40),
    ]);
    expect(await receive(buildRequest(buildForm(parts), undefined, size))).toEqual(parts);
  });

  it('keeps folders in names, and lets no name leave its folder', async () => {
    const parts: Part[] = [
      ['_posts/荆州日报/a.md', '1'],
      ['../../etc/passwd.md', '2'],
      ['_posts/荆州日报/a.md', '3'],
    ];
    const received = await receive(buildRequest(buildForm(parts)));
    expect(received.map(([, content]) => content)).toEqual(['1', '2', '3']);
    expect(received[0]?.[0]).toBe('_posts/荆州日报/a.md');
  });

  it.each([
    ['in the first file', 1, 120],
    ['in a file that waits for its turn', 3, -10],
    ['before the closing line', 2, -4],
    ['in the headers', 1, 20],
  ])('refuses a body that ends %s', async (_, files, end) => {
    const parts = Array.from({ length: files }, (_, at): Part => [`${at}.md`, 'x'.repeat(200)]);
    await expect(receive(buildRequest(buildForm(parts).slice(0, end)))).rejects.toMatchObject({
      code: 'upload-broken',
      status: 400,
    });
  });

  it('refuses a connection that was cut, and ends what it was writing', async () => {
    const body = buildForm([['a.md', 'x'.repeat(5000)]]).slice(0, 2000);
    let isSent = false;
    const stream = new ReadableStream({
      pull: (controller) => {
        if (isSent) return controller.error(new Error('aborted'));
        isSent = true;
        controller.enqueue(Buffer.from(body));
      },
    });
    const request = post(stream, 'multipart/form-data; boundary=limit');
    await expect(receive(request)).rejects.toMatchObject({ code: 'upload-broken' });
  });

  it('refuses a form without a file, and one without a boundary', async () => {
    const field = '--limit\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--limit--\r\n';
    await expect(receive(buildRequest(field))).rejects.toMatchObject({ code: 'upload-empty', status: 400 });
    await expect(receive(buildRequest(field, 'multipart/form-data'))).rejects.toMatchObject({
      code: 'upload-broken',
    });
  });

  it('takes as many files as allowed, and not one more', async () => {
    const parts = Array.from({ length: 5 }, (_, at): Part => [`${at}.md`, 'x']);
    expect(await receive(buildRequest(buildForm(parts)), 5)).toHaveLength(5);
    await expect(receive(buildRequest(buildForm(parts)), 4)).rejects.toMatchObject({
      code: 'upload-too-many',
      status: 413,
      params: { limit: 4 },
    });
  });
});

describe('receiveUpload: a raw body', () => {
  it.each([
    ['application/zip', 'upload.zip'],
    ['text/markdown; charset=utf-8', 'upload.md'],
    ['text/html', 'upload.html'],
  ])('%s', async (type, name) => {
    expect(await receive(buildRequest('text', type))).toEqual([[name, 'text']]);
  });

  it('refuses none at all, and one that was cut', async () => {
    const bare = new Request('http://portal.invalid/', { method: 'POST' });
    await expect(receive(bare)).rejects.toMatchObject({ code: 'upload-empty' });
    const cut = new ReadableStream({ pull: (controller) => controller.error(new Error('aborted')) });
    await expect(receive(post(cut))).rejects.toMatchObject({ code: 'upload-broken' });
  });
});
