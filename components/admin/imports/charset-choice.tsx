'use client';

import { useTranslations } from 'next-intl';

interface CharsetChoiceProps {
  legend: string;
  alternatives: { charset: string; sample: string }[];
  disabled?: boolean;
  onChoose: (charset: string) => void;
}

/** Other readings of the same bytes, each with the words it gives; one press takes it. */
export function CharsetChoice({ legend, alternatives, disabled, onChoose }: CharsetChoiceProps) {
  const t = useTranslations('admin.imports');
  return (
    <fieldset className="grid grid-cols-1 gap-2" disabled={disabled}>
      <legend className="pb-1 text-xs font-semibold">{legend}</legend>
      {alternatives.map(({ charset, sample }) => (
        <button
          key={charset}
          type="button"
          onClick={() => onChoose(charset)}
          className="grid min-h-11 cursor-pointer gap-0.5 border border-hairline px-3 py-1.5 text-start hover:border-accent disabled:opacity-50"
        >
          <span className="text-xs text-accent">{t('readAs', { charset })}</span>
          <span className="font-serif text-sm">{sample}</span>
        </button>
      ))}
    </fieldset>
  );
}
