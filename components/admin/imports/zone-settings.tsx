'use client';

import { useTranslations } from 'next-intl';
import type { ImportOptions } from '@/lib/importing/import-options';
import { SelectField } from '../feeds/select-field';
import { useTimeText } from '../use-time-text';
import { zoneEffectSchema } from './import-answers';
import { withText } from './with-text';
import { SettingsGroup } from './settings-group';
import { useJson } from './use-json';

interface ZoneSettingsProps {
  importId: string;
  draft: ImportOptions;
  onDraft: (draft: ImportOptions) => void;
}

/** The zone of dates that state none, and what another one does to them. */
export function ZoneSettings({ importId, draft, onDraft }: ZoneSettingsProps) {
  const t = useTranslations('admin.imports');
  const timeText = useTimeText();
  const query = draft.timeZone === undefined ? '' : `?timeZone=${encodeURIComponent(draft.timeZone)}`;
  const answer = useJson(`/api/imports/${encodeURIComponent(importId)}/zone${query}`, zoneEffectSchema);
  const effect = answer?.ok ? answer.data : null;
  const zones = Intl.supportedValuesOf('timeZone');
  const moved = effect?.examples.filter(({ before, after }) => before !== after) ?? [];
  return (
    <SettingsGroup legend={t('zone')} hint={t('zoneHint')}>
      <SelectField
        label={t('zoneLabel')}
        value={draft.timeZone ?? ''}
        onValue={(value) => onDraft(withText(draft, 'timeZone', value))}
        options={[{ value: '', label: t('zonePortal') }, ...['UTC', ...zones].map((value) => ({ value, label: value }))]}
      />
      {effect && (
        <p role="status" className="text-xs text-muted">
          {t('zoneFound', { sampled: effect.sampled, withoutZone: effect.withoutZone })}
        </p>
      )}
      {moved.map(({ path, title, before, after }) => (
        <p key={path} className="text-xs">
          <span className="font-serif">{title}</span>
          <br />
          <del className="text-muted">{timeText(before)}</del>
          <span aria-hidden> → </span>
          <ins className="text-accent no-underline">{timeText(after)}</ins>
        </p>
      ))}
    </SettingsGroup>
  );
} // prettier-ignore
