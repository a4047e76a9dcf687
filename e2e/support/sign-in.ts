import { expect, type APIRequestContext } from '@playwright/test';
import { editorEmail, editorPassword } from './editor-account';

/** Signs a browser context or API client in, as any program may; later requests carry the session cookie. */
export async function signIn(request: APIRequestContext): Promise<void> {
  const response = await request.post('/api/auth/sign-in/email', {
    data: { email: editorEmail, password: editorPassword },
  });
  expect(response.status()).toBe(200);
}
