'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { ImportOptions } from '@/lib/importing/import-options';
import { Field, inputClass } from '../field';
import { listCategoryRows } from './category-rows';
import type { Facets } from './import-answers';
import { SettingsGroup } from './settings-group';

interface CategorySettingsProps {
  facets: Facets;
  draft: ImportOptions;
  onChange: (part: Partial<ImportOptions>) => void;
}

const maxShown = 60;

/** Where the posts of each category go: a name that exists already merges, another one renames. */
export function CategorySettings({ facets, draft, onChange }: CategorySettingsProps) {
  const t = useTranslations('admin.imports');
  const listId = useId();
  const rows = listCategoryRows(facets, draft);
  const choose = (key: string, name: string) => {
    const { [key]: _, ...others } = draft.categories;
    onChange({ categories: name === '' ? others : { ...others, [key]: { name } } });
  };
  return (
    <SettingsGroup legend={t('categories')} hint={t('categoriesHint')}>
      <datalist id={listId}>
        {facets.existingCategories.map(({ slug, name }) => (
          <option key={slug} value={name} />
        ))}
      </datalist>
      <ul className="grid max-h-96 grid-cols-1 gap-2 overflow-auto">
        {rows.slice(0, maxShown).map(({ key, label, count, exists, chosen }) => (
          <li key={key} className="grid gap-1 border-b border-hairline pb-2">
            <span className="flex flex-wrap gap-x-3 text-sm">
              <span>{label}</span>
              {count !== null && <span className="text-xs text-muted">{t('posts', { count })}</span>}
              {!exists && count !== null && <span className="text-xs text-caution">{t('newCategory')}</span>}
            </span>
            <input
              aria-label={t('categoryInto', { name: label })}
              placeholder={t('categoryKeep')}
              list={listId}
              maxLength={100}
              value={chosen}
              onChange={(event) => choose(key, event.currentTarget.value)}
              className={inputClass}
            />
          </li>
        ))}
      </ul>
      {rows.length > maxShown && <p className="text-xs text-muted">{t('categoriesMore', { count: rows.length - maxShown })}</p>}
      {(facets.withoutCategory > 0 || draft.defaultCategory) && (
        <Field
          label={t('defaultCategory', { count: facets.withoutCategory })}
          list={listId}
          maxLength={100}
          value={draft.defaultCategory?.name ?? ''}
          onChange={(event) => {
            const name = event.currentTarget.value;
            onChange({ defaultCategory: name === '' ? undefined : { name } });
          }}
        />
      )}
    </SettingsGroup>
  );
} // prettier-ignore
