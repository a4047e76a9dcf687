import { useTranslations } from 'next-intl';

/** On paper only: where the story stands. */
export function PrintedAddress({ url }: { url: string }) {
  const t = useTranslations('reading');
  return <p className="print-only pt-6 text-xs">{t('printedAddress', { url })}</p>;
}
