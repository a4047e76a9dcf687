import { buildPost } from '../support/build-post';
import { messages } from '../support/messages';
import { signIn } from '../support/sign-in';
import { expect, test } from '../support/test';

const t = messages.admin.tokens;

test('a token is made, imports a post, shows its use, and is refused once revoked', async ({
  page,
  playwright,
  baseURL,
}) => {
  await signIn(page.request);
  await page.goto('/admin/tokens');
  const name = `端测令牌 ${process.pid}`;
  await page.getByLabel(t.name).fill(name);
  await page.getByRole('button', { name: t.create }).click();
  const secret = page.getByLabel(t.shownOnce);
  await expect(secret).toHaveValue(/^finews_[\w-]{43}$/);
  const token = await secret.inputValue();
  const row = page.getByRole('listitem').filter({ hasText: name });
  await expect(row).toContainText(t.usedNever);

  // A client of its own: no cookie of the browser goes along.
  const program = await playwright.request.newContext({ baseURL });
  const headers = { Authorization: `Bearer ${token}` };
  const post = buildPost();
  const sent = {
    data: Buffer.from(post.text),
    headers: { ...headers, 'Content-Type': 'text/markdown', 'Idempotency-Key': post.id },
  };
  const answer = await program.post('/api/imports', sent);
  expect(answer.status()).toBe(202);
  const { id } = (await answer.json()) as { id: string };
  const state = async () => (await program.get(`/api/imports/${id}`, { headers })).json() as Promise<unknown>;
  await expect.poll(state).toMatchObject({ status: 'done', created: 1 });
  const again = await program.post('/api/imports', sent);
  expect([again.status(), again.headers()['idempotency-replayed']]).toEqual([202, 'true']);
  expect(await again.json()).toMatchObject({ id });
  expect((await program.get('/api/tokens', { headers })).status()).toBe(403);

  await page.reload();
  await expect(page.getByLabel(t.shownOnce)).toHaveCount(0);
  await expect(row).not.toContainText(t.usedNever);
  await expect(row).toContainText('127.0.0.1');
  await row.getByRole('button', { name: t.revoke }).click();
  await page.getByRole('dialog').getByRole('button', { name: t.revoke }).click();
  await expect(row).toContainText(t.states.revoked);
  const refused = await program.get('/api/imports', { headers });
  expect([refused.status(), await refused.json()]).toEqual([
    401,
    expect.objectContaining({ code: 'token-revoked' }),
  ]);
  await program.dispose();
});
