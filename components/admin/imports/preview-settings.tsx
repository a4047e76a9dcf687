'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { duplicateRules, type ImportOptions } from '@/lib/importing/import-options';
import { Button } from '../button';
import { sendJson } from '../feeds/send-json';
import { Field } from '../field';
import { ActionError } from './action-error';
import { CategorySettings } from './category-settings';
import { CharsetSettings } from './charset-settings';
import { ColumnSettings } from './column-settings';
import type { Facets, ImportReport } from './import-answers';
import { RepairSettings } from './repair-settings';
import { SettingsGroup } from './settings-group';
import { useAction } from './use-action';
import { withText } from './with-text';
import { ZoneSettings } from './zone-settings';

interface PreviewSettingsProps {
  report: ImportReport;
  facets: Facets | null;
  draft: ImportOptions;
  isStale: boolean;
  onDraft: (draft: ImportOptions) => void;
  onApplied: () => void;
}

/** How the files are read and what their posts become: changed here, seen after "Apply". */
export function PreviewSettings(props: PreviewSettingsProps) {
  const { report, facets, draft, isStale, onDraft, onApplied } = props;
  const t = useTranslations('admin.imports');
  const { busy, error, run } = useAction();
  const [isOpen, setOpen] = useState(false);
  const change = (part: Partial<ImportOptions>) => onDraft({ ...draft, ...part });
  const apply = () =>
    void run(
      () => sendJson('PATCH', `/api/imports/${encodeURIComponent(report.id)}/options`, draft),
      onApplied,
    );
  return (
    <section aria-label={t('settings')} className="grid grid-cols-1 content-start gap-4">
      <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} className="lg:hidden">
        {t(isOpen ? 'settingsHide' : 'settingsShow')}
      </Button>
      <div className={`grid grid-cols-1 gap-5 ${isOpen ? '' : 'max-lg:hidden'}`}>
        <h2 className="font-serif text-lg font-bold max-lg:sr-only">{t('settings')}</h2>
        <DuplicateSettings draft={draft} onChange={change} />
        {facets && <CategorySettings facets={facets} draft={draft} onChange={change} />}
        <Field
          label={t('sourceName')}
          hint={t('sourceNameHint')}
          value={draft.sourceName ?? ''}
          maxLength={200}
          onChange={(event) => onDraft(withText(draft, 'sourceName', event.currentTarget.value))}
        />
        <Field
          label={t('language')}
          hint={t('languageHint')}
          value={draft.language ?? ''}
          maxLength={20}
          onChange={(event) => onDraft(withText(draft, 'language', event.currentTarget.value))}
        />
        <ZoneSettings importId={report.id} draft={draft} onDraft={onDraft} />
        {facets && <CharsetSettings report={report} facets={facets} draft={draft} onDraft={onDraft} />}
        {facets && <ColumnSettings importId={report.id} facets={facets} draft={draft} onChange={change} />}
        <RepairSettings noteCounts={report.noteCounts} draft={draft} onChange={change} />
        <ActionError error={error} />
      </div>
      {isStale && (
        <div className="grid gap-2 border border-caution bg-paper p-3 lg:sticky lg:bottom-0">
          <p role="status" className="text-sm text-caution">
            {t('unsaved')}
          </p>
          <p className="flex flex-wrap gap-3">
            <Button look="main" disabled={busy} onClick={apply}>
              {t('apply')}
            </Button>
            <Button disabled={busy} onClick={() => onDraft(report.options)}>
              {t('discard')}
            </Button>
          </p>
        </div>
      )}
    </section>
  );
}

interface DuplicateSettingsProps {
  draft: ImportOptions;
  onChange: (part: Partial<ImportOptions>) => void;
}

function DuplicateSettings({ draft, onChange }: DuplicateSettingsProps) {
  const t = useTranslations('admin.imports');
  return (
    <SettingsGroup legend={t('duplicates')}>
      {duplicateRules.map((rule) => (
        <label key={rule} className="flex min-h-11 items-center gap-3 text-sm md:min-h-7">
          <input
            type="radio"
            name="duplicates"
            checked={draft.duplicates === rule}
            onChange={() => onChange({ duplicates: rule })}
            className="size-5 accent-accent"
          />
          {t(`duplicateRules.${rule}`)}
        </label>
      ))}
    </SettingsGroup>
  );
}
