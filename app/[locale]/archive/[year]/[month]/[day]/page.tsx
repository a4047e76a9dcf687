import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ArchivePath } from '@/components/archive/archive-path';
import { HourList } from '@/components/archive/hour-list';
import { HourNav } from '@/components/archive/hour-nav';
import { MinuteForm } from '@/components/archive/minute-form';
import { PeriodNeighbours } from '@/components/archive/period-neighbours';
import { Notice } from '@/components/layout/notice';
import { WaysOn } from '@/components/layout/ways-on';
import { Pager } from '@/components/lists/pager';
import { PageTitle } from '@/components/ui/page-title';
import { parseMinute } from '@/lib/archive/archive-period';
import { findNeighbourPeriods } from '@/lib/archive/archive-store';
import { countDayHours, listArticlesByDay } from '@/lib/archive/day-store';
import { showInScript } from '@/lib/articles/show-in-script';
import { getConfig } from '@/lib/config/config';
import { buildPath } from '@/lib/i18n/build-path';
import { formatDayName, formatPeriod } from '@/lib/i18n/format-period';
import { preparePage } from '@/lib/i18n/prepare-page';
import { buildArchivePath } from '@/lib/sharing/build-absolute-url';
import { buildPageMetadata } from '@/lib/sharing/build-page-metadata';
import { readCursor, readListPage, type SearchParams } from '../../../../read-list-page';
import { ReaderPage } from '../../../../reader-page';
import { readPeriod } from '../../../read-period';

interface DayPageProps {
  params: Promise<{ locale: string; year: string; month: string; day: string }>;
  searchParams: SearchParams;
}

async function readAddress({ params, searchParams }: DayPageProps) {
  const { locale, year, month, day } = await preparePage(params);
  const { at } = await searchParams;
  const minute = parseMinute(typeof at === 'string' ? at : undefined);
  return { locale, day: readPeriod([year, month, day]), before: await readCursor(searchParams), minute };
}

export async function generateMetadata(props: DayPageProps): Promise<Metadata> {
  const { locale, day, before } = await readAddress(props);
  const t = await getTranslations({ locale, namespace: 'archive' });
  const name = formatPeriod(day, locale);
  return buildPageMetadata(getConfig(), {
    locale,
    // A minute is a place within the day, and no page of its own.
    path: buildArchivePath(day, before),
    title: t('dayTitle', { day: name }),
    description: t('dayDescription', { day: name, weekday: formatDayName(day, locale, 'long') }),
  });
}

export default async function DayPage(props: DayPageProps) {
  const { locale, day, before, minute } = await readAddress(props);
  const [found, hours, neighbours] = await Promise.all([
    readListPage(listArticlesByDay(day, { before, minute })),
    countDayHours(day),
    findNeighbourPeriods(day),
  ]);
  const page = await showInScript(locale, found);
  const t = await getTranslations({ locale, namespace: 'archive' });
  const total = hours.reduce((sum, { stories }) => sum + stories, 0);
  const isStart = before === undefined && minute === undefined;
  return (
    <ReaderPage path={buildArchivePath(day, before)} zoneAt={page.items[0]?.publishedAt}>
      <ArchivePath period={day} />
      <PageTitle note={`${formatDayName(day, locale, 'long')} · ${t('total', { count: total })}`}>
        {t('dayTitle', { day: formatPeriod(day, locale) })}
      </PageTitle>
      <PeriodNeighbours {...neighbours} />
      {total === 0 ? (
        <Notice heading="h2" title={t('noDayTitle')} text={t('noDayText')}>
          <WaysOn />
        </Notice>
      ) : (
        <>
          <div className="py-3">
            <MinuteForm day={day} minute={minute} />
            <HourNav day={day} hours={hours} />
          </div>
          <HourList items={page.items} nearest={page.nearest} minute={minute} />
        </>
      )}
      <Pager
        newest={isStart ? null : buildPath(locale, buildArchivePath(day))}
        older={page.next === null ? null : buildPath(locale, buildArchivePath(day, page.next))}
      />
    </ReaderPage>
  );
}
