'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ArticleStatus } from '@/lib/articles/article';
import { postJson } from './post-json';
import { useErrorText } from './use-error-text';

type RowStatus = ArticleStatus | 'deleted';
type Action = 'publish' | 'withdraw' | 'delete' | 'restore';

interface ArticleRowActionsProps {
  slug: string;
  title: string;
  status: RowStatus;
}

const offered: Record<RowStatus, Action[]> = {
  draft: ['publish', 'delete'],
  scheduled: ['withdraw', 'delete'],
  published: ['withdraw', 'delete'],
  withdrawn: ['publish', 'delete'],
  deleted: ['restore'],
};

/** An article's state and what can be done about it. A deletion acts at once; its undo stays in the row. */
export function ArticleRowActions({ slug, title, status }: ArticleRowActionsProps) {
  const t = useTranslations('admin');
  const errorText = useErrorText();
  // `kept`: the state that a deletion hides and a restoration brings back.
  const [state, setState] = useState({ shown: status, kept: status });
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function run(action: Action) {
    if (busy) return;
    setBusy(true);
    const result = await postJson(`/api/admin/articles/${encodeURIComponent(slug)}`, { action });
    setBusy(false);
    setError(result.ok ? null : errorText(result));
    if (!result.ok) return;
    // A row that was deleted before the page opened does not know what it was.
    if (action === 'restore' && state.kept === 'deleted') return location.reload();
    setState((before) => advance(before, action));
  }

  return (
    <div className="grid gap-1 md:flex md:items-baseline md:gap-x-4">
      <p role="status" className="md:min-w-20">
        {state.shown === 'deleted' ? t('deletedCanUndo') : t(`articleStatus.${state.shown}`)}
      </p>
      {error && (
        <p role="alert" className="text-xs whitespace-normal text-danger">
          {error}
        </p>
      )}
      <div className="flex flex-wrap gap-x-4">
        {offered[state.shown].map((action) => (
          <button
            key={action}
            type="button"
            aria-disabled={busy}
            aria-label={t('actionOn', { action: t(`actions.${action}`), title })}
            onClick={() => void run(action)}
            className={`min-h-11 cursor-pointer text-xs underline underline-offset-4 md:min-h-6 ${action === 'delete' ? 'text-danger' : 'text-accent'}`}
          >
            {t(`actions.${action}`)}
          </button>
        ))}
      </div>
    </div>
  );
}

function advance(before: { shown: RowStatus; kept: RowStatus }, action: Action) {
  if (action === 'delete') return { shown: 'deleted' as const, kept: before.shown };
  if (action === 'restore') return { shown: before.kept, kept: before.kept };
  const shown = action === 'publish' ? ('published' as const) : ('withdrawn' as const);
  return { shown, kept: shown };
}
