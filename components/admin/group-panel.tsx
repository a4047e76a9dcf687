'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState, type SubmitEvent } from 'react';
import type { EditorStoryGroup } from '@/lib/groups/story-group-admin-store';
import { Button } from './button';
import { Field } from './field';
import { postJson } from './post-json';
import { useErrorText } from './use-error-text';
import { useTimeText } from './use-time-text';

/** The other articles of a story, and the editor's ways to take this one out or to put another to it. */
export function GroupPanel({ slug, group }: { slug: string; group: EditorStoryGroup }) {
  const t = useTranslations('admin.groups');
  const { error, isDone, busy, send } = useGroupAction(slug);
  const { members, choices, isApart } = group;

  function join(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const other = new FormData(event.currentTarget).get('other');
    void send({ action: 'join', other: typeof other === 'string' ? other : '' });
  }

  return (
    <section aria-labelledby="group" className="grid gap-3 border-t border-hairline pt-4 text-sm">
      <h2 id="group" className="font-semibold">
        {t('heading')}
      </h2>
      {isApart && <p className="text-muted">{t('apart')}</p>}
      {members.length === 0 ? (
        !isApart && <p className="text-muted">{t('alone')}</p>
      ) : (
        <Members members={members} />
      )}
      {members.length > 0 && (
        <div>
          <Button aria-disabled={busy} onClick={() => void send({ action: 'split' })}>
            {t('takeOut')}
          </Button>
        </div>
      )}
      <form onSubmit={join} className="grid gap-2 md:max-w-md">
        <Field name="other" label={t('joinLabel')} hint={t('joinHint')} required maxLength={2000} />
        <div>
          <Button type="submit" aria-disabled={busy}>
            {t('join')}
          </Button>
        </div>
      </form>
      <p role="status" className="text-muted empty:hidden">
        {isDone ? t('done') : ''}
      </p>
      {error !== null && (
        <p role="alert" className="text-danger">
          {error}
        </p>
      )}
      {choices.length > 0 && (
        <Choices choices={choices} onUndo={(choice) => void send({ action: 'undo', choice })} />
      )}
    </section>
  );
}

function useGroupAction(slug: string) {
  const errorText = useErrorText();
  const router = useRouter();
  const [state, setState] = useState({ busy: false, isDone: false, error: null as string | null });

  async function send(wish: object) {
    if (state.busy) return;
    setState({ busy: true, isDone: false, error: null });
    const result = await postJson(`/api/admin/articles/${encodeURIComponent(slug)}/group`, wish);
    setState({ busy: false, isDone: result.ok, error: result.ok ? null : errorText(result) });
    if (result.ok) router.refresh();
  }

  return { ...state, send };
}

function Members({ members }: Pick<EditorStoryGroup, 'members'>) {
  const t = useTranslations('admin.groups');
  const timeText = useTimeText();
  const format = useFormatter();
  return (
    <>
      <p className="text-muted">{t('text')}</p>
      <ul className="border-b border-hairline">
        {members.map(({ slug, title, publishedAt, outlets, isPublic, similarity }) => (
          <li key={slug} className="border-t border-hairline py-1">
            <a
              href={`/admin/articles/${encodeURIComponent(slug)}`}
              className="inline-flex min-h-11 items-center text-accent hover:underline md:min-h-6"
            >
              {title}
            </a>
            <p className="flex flex-wrap gap-x-3 text-xs text-muted">
              <span>{outlets.join(' · ')}</span>
              <time dateTime={publishedAt.toISOString()}>{timeText(publishedAt.toISOString())}</time>
              {similarity !== null && (
                <span>{t('sameText', { share: format.number(similarity, { style: 'percent' }) })}</span>
              )}
              {!isPublic && <span>{t('notPublic')}</span>}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

interface ChoicesProps extends Pick<EditorStoryGroup, 'choices'> {
  onUndo: (choice: number) => void;
}

function Choices({ choices, onUndo }: ChoicesProps) {
  const t = useTranslations('admin.groups');
  const timeText = useTimeText();
  return (
    <div>
      <h3 className="text-xs font-semibold">{t('choices')}</h3>
      <ul>
        {choices.map(({ id, kind, createdAt, otherTitle }) => {
          const time = timeText(createdAt.toISOString());
          const what =
            kind === 'split' ? t('didSplit', { time }) : t('didJoin', { time, title: otherTitle ?? '' });
          return (
            <li key={id} className="flex flex-wrap items-center gap-x-4 text-xs">
              <span>{what}</span>
              <button
                type="button"
                onClick={() => onUndo(id)}
                aria-label={`${t('undo')}: ${what}`}
                className="min-h-11 cursor-pointer text-accent underline underline-offset-4 md:min-h-6"
              >
                {t('undo')}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
