import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import { ZoneNote } from '@/components/ui/zone-note';
import { buildPath } from '@/lib/i18n/build-path';
import { buildFeedPath, feedTypes } from '@/lib/sharing/build-feed-path';

export function SiteFooter({ siteTitle, zoneAt }: { siteTitle: string; zoneAt: Date }) {
  const t = useTranslations('reader');
  const feeds = useTranslations('syndication');
  const locale = useLocale();
  return (
    <footer className="border-t border-hairline text-xs text-muted">
      <div className="frame flex flex-wrap items-center justify-between gap-x-6 py-4">
        <p>
          <span className="font-semibold">{siteTitle}</span>
          <span className="mx-2">·</span>
          <ZoneNote at={zoneAt} />
        </p>
        <p className="no-print flex flex-wrap gap-x-5">
          <TextLink href="#content">{t('toTop')}</TextLink>
          <TextLink href={buildPath(locale, '/category')}>{t('allCategories')}</TextLink>
          <TextLink href={buildFeedPath('/')} type={feedTypes.rss}>
            {feeds('subscribe')}
          </TextLink>
          <TextLink href="/admin" rel="nofollow">
            {t('editors')}
          </TextLink>
        </p>
      </div>
    </footer>
  );
}
