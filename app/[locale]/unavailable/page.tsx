import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/layout/notice';
import { TextLink } from '@/components/ui/text-link';
import { preparePage } from '@/lib/i18n/prepare-page';
import { buildNoticeMetadata } from '@/lib/sharing/build-page-metadata';
import { ReaderPage } from '../reader-page';

interface UnavailablePageProps {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: UnavailablePageProps): Promise<Metadata> {
  const { locale } = await preparePage(params);
  const t = await getTranslations({ locale, namespace: 'reader' });
  return buildNoticeMetadata(t('unavailableTitle'));
}

/** Shown with status 500 and 503; asks no database. The empty address is the page that was asked for. */
export default async function UnavailablePage({ params }: UnavailablePageProps) {
  const { locale } = await preparePage(params);
  const t = await getTranslations({ locale, namespace: 'reader' });
  return (
    <ReaderPage path="/">
      <Notice title={t('unavailableTitle')} text={t('unavailableText')}>
        <p className="pt-4">
          <TextLink href="">{t('retry')}</TextLink>
        </p>
      </Notice>
    </ReaderPage>
  );
}
