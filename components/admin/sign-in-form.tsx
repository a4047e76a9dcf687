'use client';

import { useTranslations } from 'next-intl';
import { Button } from './button';
import { Field } from './field';
import { Notice } from './notice';
import { useSubmit } from './use-submit';

interface SignInFormProps {
  /** A fixed address of the portal to open afterwards; without it the asked page is shown again. */
  next?: '/admin';
}

export function SignInForm({ next }: SignInFormProps) {
  const t = useTranslations('signIn');
  const { busy, error, submit } = useSubmit({
    url: '/api/auth/sign-in/email',
    onDone: () => (next ? location.assign(next) : location.reload()),
  });
  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      <Field label={t('email')} name="email" type="email" autoComplete="username" required />
      <Field label={t('password')} name="password" type="password" autoComplete="current-password" required />
      {error && (
        <Notice look="danger" role="alert">
          {error}
        </Notice>
      )}
      <Button type="submit" look="main" aria-disabled={busy}>
        {busy ? t('busy') : t('submit')}
      </Button>
    </form>
  );
}
