import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { YearList } from '@/components/archive/year-list';
import { Notice } from '@/components/layout/notice';
import { WaysOn } from '@/components/layout/ways-on';
import { PageTitle } from '@/components/ui/page-title';
import { listArchiveMonths } from '@/lib/archive/archive-store';
import { getConfig } from '@/lib/config/config';
import { preparePage } from '@/lib/i18n/prepare-page';
import { buildPageMetadata } from '@/lib/sharing/build-page-metadata';
import { ReaderPage } from '../reader-page';

interface ArchivePageProps {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: ArchivePageProps): Promise<Metadata> {
  const { locale } = await preparePage(params);
  const t = await getTranslations({ locale, namespace: 'archive' });
  return buildPageMetadata(getConfig(), {
    locale,
    path: '/archive',
    title: t('title'),
    description: t('description'),
  });
}

export default async function ArchivePage({ params }: ArchivePageProps) {
  const { locale } = await preparePage(params);
  const months = await listArchiveMonths();
  const t = await getTranslations({ locale, namespace: 'archive' });
  const total = months.reduce((sum, { stories }) => sum + stories, 0);
  return (
    <ReaderPage path="/archive">
      <PageTitle note={total === 0 ? t('description') : t('total', { count: total })}>{t('title')}</PageTitle>
      {total === 0 ? (
        <Notice heading="h2" title={t('emptyTitle')} text={t('emptyText')}>
          <WaysOn />
        </Notice>
      ) : (
        <YearList months={months} />
      )}
    </ReaderPage>
  );
}
