import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ArchivePath } from '@/components/archive/archive-path';
import { PeriodNeighbours } from '@/components/archive/period-neighbours';
import { YearCalendar } from '@/components/archive/year-calendar';
import { PageTitle } from '@/components/ui/page-title';
import { findNeighbourPeriods, listArchiveDays } from '@/lib/archive/archive-store';
import { getConfig } from '@/lib/config/config';
import { formatPeriod } from '@/lib/i18n/format-period';
import { preparePage } from '@/lib/i18n/prepare-page';
import { buildArchivePath } from '@/lib/sharing/build-absolute-url';
import { buildPageMetadata } from '@/lib/sharing/build-page-metadata';
import { ReaderPage } from '../../reader-page';
import { readPeriod } from '../read-period';

interface YearPageProps {
  params: Promise<{ locale: string; year: string }>;
}

async function readAddress(params: YearPageProps['params']) {
  const { locale, year } = await preparePage(params);
  return { locale, year: readPeriod([year]) };
}

export async function generateMetadata({ params }: YearPageProps): Promise<Metadata> {
  const { locale, year } = await readAddress(params);
  const t = await getTranslations({ locale, namespace: 'archive' });
  const name = formatPeriod(year, locale);
  return buildPageMetadata(getConfig(), {
    locale,
    path: buildArchivePath(year),
    title: t('yearTitle', { year: name }),
    description: t('yearDescription', { year: name }),
  });
}

export default async function YearPage({ params }: YearPageProps) {
  const { locale, year } = await readAddress(params);
  const [days, neighbours] = await Promise.all([listArchiveDays(year), findNeighbourPeriods(year)]);
  if (days.length === 0) notFound();
  const t = await getTranslations({ locale, namespace: 'archive' });
  const total = days.reduce((sum, { stories }) => sum + stories, 0);
  return (
    <ReaderPage path={buildArchivePath(year)}>
      <ArchivePath period={year} />
      <PageTitle note={t('total', { count: total })}>
        {t('yearTitle', { year: formatPeriod(year, locale) })}
      </PageTitle>
      <PeriodNeighbours {...neighbours} />
      <YearCalendar year={year} days={days} />
    </ReaderPage>
  );
}
