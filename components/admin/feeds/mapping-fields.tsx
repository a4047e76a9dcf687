'use client';

import { useTranslations } from 'next-intl';
import { mappedFields } from '@/lib/feeds/feed-settings';
import { Field } from '../field';
import type { FeedDraft } from './feed-draft';

interface MappingFieldsProps {
  draft: FeedDraft;
  onChange: (change: Partial<FeedDraft>) => void;
}

/** Where a JSON source has what. */
export function MappingFields({ draft, onChange }: MappingFieldsProps) {
  const t = useTranslations('admin.feeds');
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-serif text-lg font-bold">{t('mapping')}</legend>
      <p className="text-xs text-muted">{t('mappingHint')}</p>
      <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <Field
          label={t('itemsPath')}
          hint={t('itemsPathHint')}
          value={draft.itemsPath}
          onChange={(event) => onChange({ itemsPath: event.target.value })}
        />
        {mappedFields.map((field) => (
          <Field
            key={field}
            label={t(`mapped.${field}`)}
            value={draft.mapped[field] ?? ''}
            onChange={(event) => onChange({ mapped: { ...draft.mapped, [field]: event.target.value } })}
          />
        ))}
      </div>
    </fieldset>
  );
}
