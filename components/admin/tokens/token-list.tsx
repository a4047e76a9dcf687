'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ConfirmDialog } from '../confirm-dialog';
import { postJson } from '../post-json';
import { useErrorText } from '../use-error-text';

/** A token in words, made by the page. */
export interface TokenEntry {
  id: string;
  name: string;
  prefix: string;
  state: 'active' | 'expired' | 'revoked';
  scopes: string;
  created: string;
  expires: string;
  used: string;
}

/** The editor's tokens, each working one with a button that ends it. */
export function TokenList({ tokens }: { tokens: TokenEntry[] }) {
  return (
    <ul className="border-t border-ink text-sm">
      {tokens.map((token) => (
        <TokenRow key={token.id} token={token} />
      ))}
    </ul>
  );
}

function TokenRow({ token }: { token: TokenEntry }) {
  const t = useTranslations('admin.tokens');
  const router = useRouter();
  const errorText = useErrorText();
  const [error, setError] = useState<string | null>(null);

  async function revoke() {
    const result = await postJson(`/api/tokens/${token.id}/revoke`);
    setError(result.ok ? null : errorText(result));
    if (result.ok) router.refresh();
  }

  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-hairline py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-semibold break-words">{token.name}</p>
        <p className="flex flex-wrap gap-x-4 text-xs text-muted">
          <code>{token.prefix}</code>
          <span>{token.scopes}</span>
          <span>{token.created}</span>
          <span>{token.expires}</span>
          <span>{token.used}</span>
        </p>
      </div>
      <p aria-live="polite" className="empty:hidden">
        {token.state !== 'active' && t(`states.${token.state}`)}
        {error}
      </p>
      {token.state === 'active' && (
        <ConfirmDialog
          label={t('revoke')}
          title={t('revokeTitle', { name: token.name })}
          action={t('revoke')}
          onConfirm={() => void revoke()}
        >
          <p>{t('revokeText')}</p>
        </ConfirmDialog>
      )}
    </li>
  );
}
