'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useId, useState, type SubmitEvent } from 'react';
import { z } from 'zod';
import type { TokenScope } from '@/lib/editors/api-tokens';
import { Button } from '../button';
import { Field, inputClass } from '../field';
import { Notice } from '../notice';
import { postJson } from '../post-json';
import { useErrorText } from '../use-error-text';
import { NewToken } from './new-token';

const answer = z.object({ token: z.string() });

interface TokenFormProps {
  scopes: readonly TokenScope[];
  /** Days to choose from; null is for ever. */
  lifetimes: readonly (number | null)[];
}

/** Makes a token and shows it, once. */
export function TokenForm({ scopes, lifetimes }: TokenFormProps) {
  const t = useTranslations('admin.tokens');
  const router = useRouter();
  const errorText = useErrorText();
  const lifetimeId = useId();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<{ token?: string; error?: string }>({});

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    if (!fields.has('scopes')) return setOutcome({ error: t('scopeNeeded') });
    setBusy(true);
    const days = fields.get('days');
    const result = await postJson('/api/tokens', {
      name: fields.get('name'),
      scopes: fields.getAll('scopes'),
      days: days === '' ? null : Number(days),
    });
    setBusy(false);
    if (!result.ok) return setOutcome({ error: errorText(result) });
    setOutcome({ token: answer.parse(result.body).token });
    form.reset();
    router.refresh();
  }

  return (
    <>
      <form method="post" onSubmit={submit} className="grid gap-4">
        <Field label={t('name')} hint={t('nameHint')} name="name" maxLength={100} required />
        <fieldset className="grid gap-1">
          <legend className="text-sm font-semibold">{t('scopesLabel')}</legend>
          {scopes.map((scope) => (
            <label key={scope} className="flex min-h-11 items-center gap-2 text-sm md:min-h-8">
              <input
                type="checkbox"
                name="scopes"
                value={scope}
                defaultChecked
                className="size-5 accent-accent"
              />
              {t(`scopes.${scope}`)}
            </label>
          ))}
        </fieldset>
        <div className="grid gap-1">
          <label htmlFor={lifetimeId} className="text-sm font-semibold">
            {t('lifetime')}
          </label>
          <select id={lifetimeId} name="days" defaultValue={90} className={inputClass}>
            {lifetimes.map((days) => (
              <option key={days} value={days ?? ''}>
                {days === null ? t('lifetimeNever') : t('lifetimeDays', { days })}
              </option>
            ))}
          </select>
        </div>
        <Button type="submit" look="main" disabled={busy} className="justify-self-start">
          {t('create')}
        </Button>
      </form>
      {outcome.error !== undefined && (
        <Notice look="danger" role="alert">
          {outcome.error}
        </Notice>
      )}
      {outcome.token !== undefined && <NewToken key={outcome.token} token={outcome.token} />}
    </>
  );
}
