import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/layout/notice';
import { WaysOn } from '@/components/layout/ways-on';
import { preparePage } from '@/lib/i18n/prepare-page';
import { buildNoticeMetadata } from '@/lib/sharing/build-page-metadata';
import { readAbsentPath } from '../read-absent-path';
import type { SearchParams } from '../read-list-page';
import { ReaderPage } from '../reader-page';

interface GonePageProps {
  params: Promise<{ locale: string }>;
  /** `path`: the address of what was taken down, set by the front door. */
  searchParams: SearchParams;
}

export async function generateMetadata({ params }: GonePageProps): Promise<Metadata> {
  const { locale } = await preparePage(params);
  const t = await getTranslations({ locale, namespace: 'reader' });
  return buildNoticeMetadata(t('goneTitle'));
}

/** Shown with status 410. */
export default async function GonePage({ params, searchParams }: GonePageProps) {
  const { locale } = await preparePage(params);
  const { path } = await searchParams;
  const t = await getTranslations({ locale, namespace: 'reader' });
  return (
    <ReaderPage path={readAbsentPath(path)}>
      <Notice title={t('goneTitle')} text={t('goneText')}>
        <WaysOn />
      </Notice>
    </ReaderPage>
  );
}
