'use client';

import { useTranslations } from 'next-intl';
import type { ImportOptions } from '@/lib/importing/import-options';
import { inputClass } from '../field';
import { type Facets, itemDetailsSchema } from './import-answers';
import { SettingsGroup } from './settings-group';
import { useJson } from './use-json';

interface ColumnSettingsProps {
  importId: string;
  facets: Facets;
  draft: ImportOptions;
  onChange: (part: Partial<ImportOptions>) => void;
}

/** Fields of a post that a column or a key can fill. */
const postFields = [
  'title', 'body', 'date', 'digest', 'category', 'tags', 'source', 'source_url', 'link', 'guid', 'slug', 'permalink', 'language', 'image', 'status',
] as const; // prettier-ignore

/** What each column of a table, or each key of foreign JSON, means: guessed, and corrected here. */
export function ColumnSettings({ importId, facets, draft, onChange }: ColumnSettingsProps) {
  const t = useTranslations('admin.imports');
  const table = facets.formats.find(({ name }) => name === 'table' || name === 'json');
  const url = table ? `/api/imports/${encodeURIComponent(importId)}/items/${table.first}` : null;
  const details = useJson(url, itemDetailsSchema);
  const columns = details?.ok ? details.data.columns : [];
  if (columns.length === 0) return null;
  const choose = (column: string, field: string, guess: string | null) => {
    const { [column]: _, ...others } = draft.columns ?? {};
    const mapping = field === (guess ?? '') ? others : { ...others, [column]: field };
    onChange({ columns: Object.keys(mapping).length > 0 ? mapping : undefined });
  };
  return (
    <SettingsGroup legend={t('columnsTitle')} hint={t('columnsHint')}>
      <table className="w-full text-left text-xs">
        <thead>
          <tr className="border-b border-faint">
            <th scope="col" className="py-1 pe-3 font-semibold">
              {t('column')}
            </th>
            <th scope="col" className="w-32 py-1 font-semibold">
              {t('columnField')}
            </th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ column, field, sample }) => (
            <tr key={column} className="border-b border-hairline align-top">
              <th scope="row" className="py-1.5 pe-3 font-normal">
                <span className="block font-semibold">{column}</span>
                <span className="line-clamp-2 text-muted">{sample}</span>
              </th>
              <td className="py-1.5">
                <select
                  aria-label={t('columnFieldOf', { column })}
                  value={draft.columns?.[column] ?? field ?? ''}
                  onChange={(event) => choose(column, event.currentTarget.value, field)}
                  className={inputClass}
                >
                  <option value="">{t('columnNone')}</option>
                  {field !== null && !postFields.some((known) => known === field) && (
                    <option value={field}>{field}</option>
                  )}
                  {postFields.map((name) => (
                    <option key={name} value={name}>
                      {t(`columnFields.${name}`)}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </SettingsGroup>
  );
}
