import { expect, type APIRequestContext } from '@playwright/test';

/** Imports one post through the API, as a signed-in editor, and waits until it is done; returns the import's id. */
export async function importPost(
  request: APIRequestContext,
  post: { name: string; text: string },
): Promise<string> {
  const response = await request.post('/api/imports', {
    multipart: { files: { name: post.name, mimeType: 'text/markdown', buffer: Buffer.from(post.text) } },
  });
  expect(response.status()).toBe(202);
  const { id } = (await response.json()) as { id: string };
  await expect.poll(() => readStatus(request, id)).toBe('done');
  return id;
}

/** Takes an import back and waits for the end of that. */
export async function undoImport(request: APIRequestContext, id: string): Promise<void> {
  const response = await request.post(`/api/imports/${id}/undo`);
  expect(response.ok()).toBe(true);
  await expect.poll(() => readStatus(request, id)).toBe('undone');
}

async function readStatus(request: APIRequestContext, id: string): Promise<string> {
  return ((await (await request.get(`/api/imports/${id}`)).json()) as { status: string }).status;
}
