import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/lib/i18n/locales';

/** Why a draft waits: what the import had to guess, else that it was imported or saved as a draft. */
export async function WaitReason({ locale, guessedFields }: { locale: Locale; guessedFields: string[] }) {
  const t = await getTranslations({ locale, namespace: 'admin' });
  const guessed = (['title', 'publishedAt'] as const).filter((field) => guessedFields.includes(field));
  const reasons = guessed.length > 0 ? guessed.map((field) => t(`waits.${field}`)) : [t('waits.chosen')];
  return (
    <span className="grid font-sans text-xs text-caution">
      {reasons.map((reason) => (
        <span key={reason}>{reason}</span>
      ))}
    </span>
  );
}
