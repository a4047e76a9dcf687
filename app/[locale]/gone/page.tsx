import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/layout/notice';
import { WaysOn } from '@/components/layout/ways-on';
import { preparePage } from '@/lib/i18n/prepare-page';
import { buildNoticeMetadata } from '@/lib/sharing/build-page-metadata';
import { ReaderPage } from '../reader-page';

interface GonePageProps {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: GonePageProps): Promise<Metadata> {
  const { locale } = await preparePage(params);
  const t = await getTranslations({ locale, namespace: 'reader' });
  return buildNoticeMetadata(t('goneTitle'));
}

/** Shown with status 410. */
export default async function GonePage({ params }: GonePageProps) {
  const { locale } = await preparePage(params);
  const t = await getTranslations({ locale, namespace: 'reader' });
  return (
    <ReaderPage path="/">
      <Notice title={t('goneTitle')} text={t('goneText')}>
        <WaysOn />
      </Notice>
    </ReaderPage>
  );
}
