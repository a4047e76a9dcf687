'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from './button';
import { postJson } from './post-json';
import { useErrorText } from './use-error-text';

/** A session in words, made by the page. */
export interface SessionEntry {
  id: string;
  device: string;
  address: string;
  since: string;
  used: string;
  isCurrent: boolean;
}

/** Where the editor is signed in, each but this one with a button that ends it. */
export function SessionList({ sessions }: { sessions: SessionEntry[] }) {
  return (
    <ul className="border-t border-ink text-sm">
      {sessions.map((session) => (
        <SessionRow key={session.id} session={session} />
      ))}
    </ul>
  );
}

function SessionRow({ session }: { session: SessionEntry }) {
  const t = useTranslations('admin');
  const errorText = useErrorText();
  const [state, setState] = useState<{ ended: boolean; error: string | null }>({ ended: false, error: null });

  async function revoke() {
    const result = await postJson('/api/auth/sessions/revoke', { id: session.id });
    setState(result.ok ? { ended: true, error: null } : { ended: false, error: errorText(result) });
  }

  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-hairline py-3">
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{session.device}</p>
        <p className="flex flex-wrap gap-x-4 text-xs text-muted">
          <span>{session.address}</span>
          <span>{session.since}</span>
          <span>{session.used}</span>
        </p>
      </div>
      <p aria-live="polite" className="empty:hidden">
        {session.isCurrent && t('thisSession')}
        {state.ended && t('sessionEnded')}
        {state.error}
      </p>
      {!session.isCurrent && !state.ended && (
        <Button
          look="danger"
          onClick={() => void revoke()}
          aria-label={t('endSessionOf', { device: session.device })}
        >
          {t('endSession')}
        </Button>
      )}
    </li>
  );
}
