import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';

/** Links to the first page of a list and to the page below this one. */
export function Pager({ newest, older }: { newest: string | null; older: string | null }) {
  const t = useTranslations('reader');
  if (newest === null && older === null) return null;
  return (
    <nav aria-label={t('pages')} className="no-print flex flex-wrap justify-between gap-x-6 pt-3 text-sm">
      {newest !== null && <TextLink href={newest}>{t('newest')}</TextLink>}
      {older !== null && (
        <TextLink href={older} rel="next" className="ms-auto">
          {t('older')}
        </TextLink>
      )}
    </nav>
  );
}
