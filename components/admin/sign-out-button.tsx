'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { postJson } from './post-json';

export function SignOutButton() {
  const t = useTranslations('admin');
  const [failed, setFailed] = useState(false);

  async function signOut() {
    const result = await postJson('/api/auth/sign-out');
    if (result.ok) location.assign('/admin/sign-in');
    else setFailed(true);
  }

  return (
    <button
      type="button"
      onClick={signOut}
      className="min-h-11 cursor-pointer text-xs text-muted hover:text-accent hover:underline md:min-h-6"
    >
      <span aria-live="polite">{failed ? t('signOutFailed') : t('signOut')}</span>
    </button>
  );
}
