'use client';

import { useTranslations } from 'next-intl';
import { Button } from './button';
import { Field } from './field';
import { Notice } from './notice';
import { useSubmit } from './use-submit';

interface WelcomeFormProps {
  token: string;
  minLength: number;
}

export function WelcomeForm({ token, minLength }: WelcomeFormProps) {
  const t = useTranslations('signIn');
  // replace: the address with the token should not stay in the history.
  const { busy, error, submit } = useSubmit({
    url: '/api/auth/welcome',
    onDone: () => location.replace('/admin'),
  });
  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      <input type="hidden" name="token" value={token} />
      <Field label={t('email')} name="email" type="email" autoComplete="username" required />
      <Field
        label={t('newPassword')}
        hint={t('passwordHint', { min: minLength })}
        name="password"
        type="password"
        autoComplete="new-password"
        minLength={minLength}
        required
      />
      {error && (
        <Notice look="danger" role="alert">
          {error}
        </Notice>
      )}
      <Button type="submit" look="main" aria-disabled={busy}>
        {busy ? t('busy') : t('welcomeSubmit')}
      </Button>
    </form>
  );
}
