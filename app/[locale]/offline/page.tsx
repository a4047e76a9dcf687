import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/layout/notice';
import { OwnList } from '@/components/reading/own-list';
import { ScriptNotice } from '@/components/reading/script-notice';
import { PageTitle } from '@/components/ui/page-title';
import { TextLink } from '@/components/ui/text-link';
import { getConfig } from '@/lib/config/config';
import { preparePage } from '@/lib/i18n/prepare-page';
import { buildNoticeMetadata } from '@/lib/sharing/build-page-metadata';
import { ReaderPage } from '../reader-page';

interface OfflinePageProps {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: OfflinePageProps): Promise<Metadata> {
  const { locale } = await preparePage(params);
  const t = await getTranslations({ locale, namespace: 'reading' });
  return buildNoticeMetadata(t('offlineTitle'));
}

/**
 * What can be read without network. The service worker keeps this page, and shows it in place of one that it has no
 * copy of: then it says so, and the empty address asks for that page again.
 */
export default async function OfflinePage({ params }: OfflinePageProps) {
  const { locale } = await preparePage(params);
  const t = await getTranslations({ locale, namespace: 'reading' });
  const reader = await getTranslations({ locale, namespace: 'reader' });
  return (
    <ReaderPage path="/offline" withKeptNote={false}>
      <PageTitle note={t('offlineNote')}>{t('offlineTitle')}</PageTitle>
      <div className="kept-only flex-col border-t border-ink py-3 text-base">
        <p>{t('offlineMissing')}</p>
        <p>
          <TextLink href="">{reader('retry')}</TextLink>
        </p>
      </div>
      <ScriptNotice title={t('needsScript')} text={t('offlineNeedsScript')} />
      <OwnList
        hooks={{ 'data-kept-list': t('keptAt', { time: '{time}' }), 'data-zone': getConfig().timeZone }}
      >
        <span data-kept-time />
      </OwnList>
      <div hidden data-kept-empty>
        <Notice heading="h2" title={t('keptEmptyTitle')} text={t('keptEmptyText')} />
      </div>
    </ReaderPage>
  );
}
