import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/layout/notice';
import { WaysOn } from '@/components/layout/ways-on';
import { OwnList } from '@/components/reading/own-list';
import { ScriptNotice } from '@/components/reading/script-notice';
import { PageTitle } from '@/components/ui/page-title';
import { preparePage } from '@/lib/i18n/prepare-page';
import { buildNoticeMetadata } from '@/lib/sharing/build-page-metadata';
import { ReaderPage } from '../reader-page';

interface SavedPageProps {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: SavedPageProps): Promise<Metadata> {
  const { locale } = await preparePage(params);
  const t = await getTranslations({ locale, namespace: 'reading' });
  return buildNoticeMetadata(t('savedTitle'));
}

/** The reader's own list. It is in the browser alone: the page is the same for everyone, and client/stories fills it. */
export default async function SavedPage({ params }: SavedPageProps) {
  const { locale } = await preparePage(params);
  const t = await getTranslations({ locale, namespace: 'reading' });
  return (
    <ReaderPage path="/saved">
      <PageTitle note={t('savedNote')}>{t('savedTitle')}</PageTitle>
      <ScriptNotice title={t('needsScript')} text={t('savedNeedsScript')} />
      <p className="needs-script flex flex-wrap items-center gap-x-4 text-sm">
        <span role="status" data-removed={t('removedStory', { title: '{title}' })} />
        <button type="button" hidden data-undo className="panel-button">
          {t('undo')}
        </button>
      </p>
      <OwnList hooks={{ 'data-saved-list': '' }}>
        <button type="button" className="panel-button">
          {t('remove')}
        </button>
      </OwnList>
      <div hidden data-saved-empty>
        <Notice heading="h2" title={t('savedEmptyTitle')} text={t('savedEmptyText')}>
          <WaysOn />
        </Notice>
      </div>
    </ReaderPage>
  );
}
