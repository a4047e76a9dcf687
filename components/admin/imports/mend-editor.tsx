'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '../button';
import type { ItemDetails } from './import-answers';
import type { MendedTexts } from './mended-texts';

interface MendEditorProps {
  path: string;
  original: ItemDetails['original'];
  warnings: ItemDetails['warnings'];
  mended: MendedTexts;
}

/** The original of a rejected file as text, to be mended for another try. */
export function MendEditor({ path, original, warnings, mended }: MendEditorProps) {
  const t = useTranslations('admin.imports');
  const id = useId();
  const file = path.replace(/#\d+$/, '');
  const kept = mended.texts.get(file);
  const [text, setText] = useState(kept ?? original?.text ?? '');
  const line = warnings.find((warning) => warning.line !== null)?.line ?? null;
  if (original && !original.isWhole) return <p className="text-xs text-muted">{t('tooLongToMend')}</p>;
  return (
    <div className="grid grid-cols-1 gap-2">
      <label htmlFor={id} className="text-xs font-semibold">
        {t('mendLabel', { path: file })}
      </label>
      <p id={`${id}-hint`} className="text-xs text-muted">
        {line === null ? t('mendHint') : t('mendHintLine', { line })}
      </p>
      <textarea
        id={id}
        value={text}
        rows={12}
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setText(event.currentTarget.value)}
        className="w-full border border-faint bg-paper p-3 font-mono text-xs text-ink"
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button disabled={text.trim() === '' || text === kept} onClick={() => mended.set(file, text)}>
          {t('keepMended')}
        </Button>
        {kept !== undefined && (
          <>
            <Button onClick={() => mended.set(file, null)}>{t('dropMended')}</Button>
            <span role="status" className="text-xs text-done">
              {t('mendedKept')}
            </span>
          </>
        )}
      </div>
    </div>
  );
}
