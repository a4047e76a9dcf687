import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ArchivePath } from '@/components/archive/archive-path';
import { MonthCalendar } from '@/components/archive/month-calendar';
import { PeriodNeighbours } from '@/components/archive/period-neighbours';
import { PageTitle } from '@/components/ui/page-title';
import { findNeighbourPeriods, listArchiveDays } from '@/lib/archive/archive-store';
import { getConfig } from '@/lib/config/config';
import { formatPeriod } from '@/lib/i18n/format-period';
import { preparePage } from '@/lib/i18n/prepare-page';
import { buildArchivePath } from '@/lib/sharing/build-absolute-url';
import { buildPageMetadata } from '@/lib/sharing/build-page-metadata';
import { ReaderPage } from '../../../reader-page';
import { readPeriod } from '../../read-period';

interface MonthPageProps {
  params: Promise<{ locale: string; year: string; month: string }>;
}

async function readAddress(params: MonthPageProps['params']) {
  const { locale, year, month } = await preparePage(params);
  return { locale, month: readPeriod([year, month]) };
}

export async function generateMetadata({ params }: MonthPageProps): Promise<Metadata> {
  const { locale, month } = await readAddress(params);
  const t = await getTranslations({ locale, namespace: 'archive' });
  const name = formatPeriod(month, locale);
  return buildPageMetadata(getConfig(), {
    locale,
    path: buildArchivePath(month),
    title: t('monthTitle', { month: name }),
    description: t('monthDescription', { month: name }),
  });
}

export default async function MonthPage({ params }: MonthPageProps) {
  const { locale, month } = await readAddress(params);
  const [days, neighbours] = await Promise.all([listArchiveDays(month), findNeighbourPeriods(month)]);
  if (days.length === 0) notFound();
  const t = await getTranslations({ locale, namespace: 'archive' });
  const stories = new Map(days.map((day) => [day.period, day.stories]));
  return (
    <ReaderPage path={buildArchivePath(month)}>
      <ArchivePath period={month} />
      <PageTitle note={t('total', { count: days.reduce((sum, day) => sum + day.stories, 0) })}>
        {t('monthTitle', { month: formatPeriod(month, locale) })}
      </PageTitle>
      <PeriodNeighbours {...neighbours} />
      <div className="max-w-[46rem] pt-6">
        <MonthCalendar month={month} stories={stories} size="large" />
      </div>
    </ReaderPage>
  );
}
