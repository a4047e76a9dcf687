'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from './button';
import { Field } from './field';
import { Notice } from './notice';
import { useSubmit } from './use-submit';

/** Changes the editor's password; every other session ends with it. */
export function PasswordForm({ minLength }: { minLength: number }) {
  const t = useTranslations('signIn');
  const [changed, setChanged] = useState(false);
  const { busy, error, submit } = useSubmit({
    url: '/api/auth/change-password',
    onDone: () => setChanged(true),
  });
  if (changed) {
    return (
      <Notice look="done" role="status">
        {t('passwordChanged')}
      </Notice>
    );
  }
  return (
    <form method="post" onSubmit={submit} className="grid max-w-sm gap-4">
      <Field
        label={t('currentPassword')}
        name="currentPassword"
        type="password"
        autoComplete="current-password"
        required
      />
      <Field
        label={t('newPassword')}
        hint={t('passwordHint', { min: minLength })}
        name="newPassword"
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
        {t('changePassword')}
      </Button>
    </form>
  );
}
