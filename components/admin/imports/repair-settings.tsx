'use client';

import { useTranslations } from 'next-intl';
import type { ImportOptions } from '@/lib/importing/import-options';
import { switchableRepairs } from '@/lib/importing/parse-context';
import type { ImportReport } from './import-answers';
import { SettingsGroup } from './settings-group';

interface RepairSettingsProps {
  noteCounts: ImportReport['noteCounts'];
  draft: ImportOptions;
  onChange: (part: Partial<ImportOptions>) => void;
}

/** The repairs and guesses that were made, each a switch. */
export function RepairSettings({ noteCounts, draft, onChange }: RepairSettingsProps) {
  const t = useTranslations('admin.imports');
  const { withoutRepairs } = draft;
  const shown = switchableRepairs
    .map((code) => ({ code, count: noteCounts.find((note) => note.code === code)?.count ?? 0 }))
    .filter(({ code, count }) => count > 0 || withoutRepairs.includes(code));
  if (shown.length === 0) return null;
  return (
    <SettingsGroup legend={t('repairsTitle')} hint={t('repairsHint')}>
      {shown.map(({ code, count }) => (
        <label key={code} className="flex min-h-11 items-center gap-3 text-sm md:min-h-7">
          <input
            type="checkbox"
            checked={!withoutRepairs.includes(code)}
            onChange={(event) =>
              onChange({
                withoutRepairs: event.currentTarget.checked
                  ? withoutRepairs.filter((one) => one !== code)
                  : [...withoutRepairs, code],
              })
            }
            className="size-5 shrink-0 accent-accent"
          />
          {t('repairCount', { name: t(`repairs.${code}`), count })}
        </label>
      ))}
    </SettingsGroup>
  );
}
