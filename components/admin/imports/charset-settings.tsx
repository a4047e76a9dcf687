'use client';

import { useTranslations } from 'next-intl';
import { z } from 'zod';
import type { ImportOptions } from '@/lib/importing/import-options';
import { Button } from '../button';
import { CharsetChoice } from './charset-choice';
import { type Facets, type ImportReport, itemDetailsSchema } from './import-answers';
import { withText } from './with-text';
import { SettingsGroup } from './settings-group';
import { useJson } from './use-json';

interface CharsetSettingsProps {
  report: ImportReport;
  facets: Facets;
  draft: ImportOptions;
  onDraft: (draft: ImportOptions) => void;
}

const firstItem = z.object({ items: z.array(z.object({ position: z.number() })) });

/** The character set of files that do not say theirs: what was guessed, and what it could be. */
export function CharsetSettings({ report, facets, draft, onDraft }: CharsetSettingsProps) {
  const t = useTranslations('admin.imports');
  const isGuessed = facets.charsets.length > 0;
  const url = `/api/imports/${encodeURIComponent(report.id)}`;
  const found = useJson(isGuessed ? `${url}?warning=charset-guessed&limit=1` : null, firstItem);
  const position = found?.ok ? found.data.items[0]?.position : undefined;
  const details = useJson(position === undefined ? null : `${url}/items/${position}`, itemDetailsSchema);
  if (!isGuessed && draft.charset === undefined) return null;
  const alternatives = details?.ok ? details.data.charsetAlternatives : [];
  return (
    <SettingsGroup legend={t('charset')}>
      {facets.charsets.map(({ name, count }) => (
        <p key={name} className="text-xs">
          {t('charsetGuessed', { charset: name ?? '', count })}
        </p>
      ))}
      {draft.charset !== undefined && (
        <p className="flex flex-wrap items-center gap-3 text-sm">
          {t('charsetChosen', { charset: draft.charset })}
          <Button onClick={() => onDraft(withText(draft, 'charset', ''))}>{t('charsetGuess')}</Button>
        </p>
      )}
      {alternatives.length > 0 && (
        <CharsetChoice
          legend={t('charsetOthers')}
          alternatives={alternatives}
          onChoose={(charset) => onDraft(withText(draft, 'charset', charset))}
        />
      )}
    </SettingsGroup>
  );
}
