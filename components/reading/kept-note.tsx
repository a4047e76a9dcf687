import { useTimeZone, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';

/** Shown by the style sheet on a copy that came without network: what it is, from when, and the way to the real page. */
export function KeptNote() {
  const t = useTranslations('reading');
  const reader = useTranslations('reader');
  const timeZone = useTimeZone() ?? 'UTC';
  return (
    <p className="kept-only mb-4 flex-wrap items-baseline gap-x-4 border-b border-ink text-sm">
      <span>{t.rich('keptNote', { time: () => <span data-kept-at data-zone={timeZone} /> })}</span>
      <TextLink href="">{reader('retry')}</TextLink>
    </p>
  );
}
