import { editorEmail, editorPassword } from '../support/editor-account';
import { messages } from '../support/messages';
import { expect, test } from '../support/test';

const t = messages.signIn;

test('whoever is not signed in gets the sign-in page, and no data', async ({ page, request }) => {
  for (const path of [
    '/admin',
    '/admin/import',
    '/admin/imports',
    '/admin/articles',
    '/admin/tokens',
    '/admin/sessions',
  ]) {
    await page.goto(path);
    await expect(page.getByLabel(t.password)).toBeVisible();
  }
  for (const path of ['/api/imports', '/api/imports/none', '/api/imports/none/events']) {
    expect([path, (await request.get(path)).status()]).toEqual([path, 401]);
  }
  for (const path of [
    '/api/imports',
    '/api/imports/none/undo',
    '/api/imports/none/start',
    '/api/admin/articles/x',
  ]) {
    expect([path, (await request.post(path, { data: { action: 'delete' } })).status()]).toEqual([path, 401]);
  }
});

test('an editor signs in with the keyboard alone, and out again', async ({ page }) => {
  await page.goto('/admin');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel(t.email)).toBeFocused();
  await page.keyboard.type(editorEmail);
  await page.keyboard.press('Tab');
  await page.keyboard.type(editorPassword);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(messages.admin.nav.overview);
  await page.getByRole('button', { name: messages.admin.signOut }).click();
  await expect(page.getByLabel(t.password)).toBeVisible();
});

test('a wrong password is refused in words, the same for accounts that do not exist', async ({ page }) => {
  await page.goto('/admin');
  const texts: string[] = [];
  for (const email of ['nobody@example.com', 'somebody@example.com']) {
    await page.getByLabel(t.email).fill(email);
    await page.getByLabel(t.password).fill('wrong password');
    await page.getByRole('button', { name: t.submit }).click();
    await expect(page.getByRole('alert').first()).toContainText(messages.errors.INVALID_EMAIL_OR_PASSWORD);
    texts.push(await page.getByRole('alert').first().innerText());
  }
  expect(new Set(texts).size).toBe(1);
});

test('a page of another site can change nothing with the cookie of an editor', async ({ request }) => {
  await request.post('/api/auth/sign-in/email', { data: { email: editorEmail, password: editorPassword } });
  for (const origin of ['https://evil.example', 'null']) {
    const response = await request.post('/api/admin/articles/NW202611212481736095', {
      data: { action: 'delete' },
      headers: { Origin: origin },
    });
    expect([origin, response.status()]).toEqual([origin, 403]);
  }
  expect((await request.get('/articles/NW202611212481736095')).status()).toBe(200);
});
