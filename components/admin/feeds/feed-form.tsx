'use client';

import { useTranslations } from 'next-intl';
import { useState, type SubmitEvent } from 'react';
import { z } from 'zod';
import { canonicalPolicies, feedKinds } from '@/lib/feeds/feed-settings';
import { Button } from '../button';
import { Field } from '../field';
import { Notice } from '../notice';
import { useErrorText } from '../use-error-text';
import { buildFormBody, type FeedDraft } from './feed-draft';
import { FeedTrial, type Trial, trialSchema } from './feed-trial';
import { IntervalField } from './interval-field';
import { MappingFields } from './mapping-fields';
import { RulesEditor } from './rules-editor';
import { SelectField } from './select-field';
import { sendJson } from './send-json';

interface FeedFormProps {
  /** Absent: a new source. */
  id?: number;
  initial: FeedDraft;
}

interface FormState {
  busy: 'save' | 'test' | null;
  error: string | null;
  saved: boolean;
  trial: Trial | null;
}

const idle: FormState = { busy: null, error: null, saved: false, trial: null };
const created = z.object({ id: z.number() });
/** The portal's own names; any label of the Encoding Standard may be stated over the API. */
const charsets = ['utf-8', 'gb18030', 'big5', 'shift_jis', 'euc-kr', 'windows-1252'];

/** All settings of a source, with a test that shows what would come in. */
export function FeedForm({ id, initial }: FeedFormProps) {
  const t = useTranslations('admin.feeds');
  const errorText = useErrorText();
  const [draft, setDraft] = useState(initial);
  const [state, setState] = useState(idle);
  const change = (part: Partial<FeedDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setState((before) => ({ ...before, saved: false }));
  };

  async function send(task: 'save' | 'test') {
    if (state.busy) return;
    setState({ ...idle, busy: task });
    const body = buildFormBody(draft);
    const isChange = task === 'save' && id !== undefined;
    const url = task === 'test' ? '/api/feeds/test' : `/api/feeds${isChange ? `/${id}` : ''}`;
    const result = await sendJson(isChange ? 'PATCH' : 'POST', url, body);
    if (!result.ok) return setState({ ...idle, error: errorText(result) });
    if (task === 'test') return setState({ ...idle, trial: trialSchema.safeParse(result.body).data ?? null });
    const made = created.safeParse(result.body).data;
    if (!isChange && made) return location.assign(`/admin/feeds/${made.id}`);
    setState({ ...idle, saved: true });
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    void send('save');
  }

  return (
    <form method="post" onSubmit={submit} className="grid max-w-5xl gap-6">
      <BasicFields draft={draft} onChange={change} />
      {draft.kind === 'json' && <MappingFields draft={draft} onChange={change} />}
      <StoryFields draft={draft} onChange={change} />
      <RulesEditor rules={draft.rules} onChange={(rules) => change({ rules })} />
      {state.error && (
        <Notice look="danger" role="alert">
          {state.error}
        </Notice>
      )}
      {state.saved && (
        <Notice look="done" role="status">
          {t('saved')}
        </Notice>
      )}
      <div className="grid gap-1">
        <div className="flex flex-wrap gap-3">
          <Button type="submit" look="main" aria-disabled={state.busy !== null}>
            {state.busy === 'save' ? t('saving') : t('save')}
          </Button>
          <Button aria-disabled={state.busy !== null} onClick={() => void send('test')}>
            {state.busy === 'test' ? t('testing') : t('test')}
          </Button>
        </div>
        <p className="text-xs text-muted">{t('testHint')}</p>
      </div>
      {state.trial && <FeedTrial trial={state.trial} />}
    </form>
  );
}

interface PartProps {
  draft: FeedDraft;
  onChange: (change: Partial<FeedDraft>) => void;
}

function BasicFields({ draft, onChange }: PartProps) {
  const t = useTranslations('admin.feeds');
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <Field
        label={t('name')}
        hint={t('nameHint')}
        value={draft.name}
        maxLength={100}
        required
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <Field
        label={t('address')}
        hint={t('addressHint')}
        type="url"
        inputMode="url"
        value={draft.url}
        maxLength={2000}
        required
        onChange={(event) => onChange({ url: event.target.value })}
      />
      <SelectField
        label={t('kind')}
        value={draft.kind}
        options={feedKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        onValue={(value) => onChange({ kind: value === 'json' ? 'json' : 'feed' })}
      />
      <IntervalField
        seconds={draft.intervalSeconds}
        onChange={(intervalSeconds) => onChange({ intervalSeconds })}
      />
    </div>
  );
}

function StoryFields({ draft, onChange }: PartProps) {
  const t = useTranslations('admin.feeds');
  const known = [...new Set([...charsets, draft.charset])].filter(Boolean);
  const texts = ['category', 'language', 'timeZone'] as const;
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-serif text-lg font-bold">{t('details')}</legend>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {texts.map((name) => (
          <Field
            key={name}
            label={t(name)}
            hint={t(`${name}Hint`)}
            value={draft[name]}
            onChange={(event) => onChange({ [name]: event.target.value })}
          />
        ))}
        <SelectField
          label={t('charset')}
          value={draft.charset}
          options={[
            { value: '', label: t('charsetAuto') },
            ...known.map((value) => ({ value, label: value.toUpperCase() })),
          ]}
          onValue={(charset) => onChange({ charset })}
        />
        <SelectField
          label={t('canonical')}
          hint={t('canonicalHint')}
          value={draft.canonical}
          options={canonicalPolicies.map((value) => ({ value, label: t(`canonicals.${value}`) }))}
          onValue={(value) => onChange({ canonical: value === 'original' ? 'original' : 'own' })}
        />
      </div>
    </fieldset>
  );
}
