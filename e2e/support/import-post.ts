import { expect, type APIRequestContext } from '@playwright/test';

/** Imports one post through the API, as a signed-in editor, and waits until it is done. */
export async function importPost(
  request: APIRequestContext,
  post: { name: string; text: string },
): Promise<void> {
  const response = await request.post('/api/imports', {
    multipart: { files: { name: post.name, mimeType: 'text/markdown', buffer: Buffer.from(post.text) } },
  });
  expect(response.status()).toBe(202);
  const { id } = (await response.json()) as { id: string };
  await expect
    .poll(async () => ((await (await request.get(`/api/imports/${id}`)).json()) as { status: string }).status)
    .toBe('done');
}
