import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { FeedLink } from '@/components/lists/feed-link';
import { StoryList } from '@/components/lists/story-list';
import { Pager } from '@/components/lists/pager';
import { MentionsChart } from '@/components/stocks/mentions-chart';
import { StockRows } from '@/components/stocks/stock-rows';
import { PageTitle } from '@/components/ui/page-title';
import { SectionTitle } from '@/components/ui/section-title';
import { cacheTag } from '@/lib/articles/article-cache';
import { showInScript } from '@/lib/articles/show-in-script';
import { getConfig } from '@/lib/config/config';
import { buildPath } from '@/lib/i18n/build-path';
import { preparePage } from '@/lib/i18n/prepare-page';
import { findFloor } from '@/lib/live/live-page';
import { buildStockPath } from '@/lib/sharing/build-absolute-url';
import { buildPageMetadata } from '@/lib/sharing/build-page-metadata';
import type { StockDay } from '@/lib/stocks/stock';
import { buildStockId, formatStockCode, parseStockAddress } from '@/lib/stocks/stock-code';
import { findStock, listArticlesByStock, listStockDays, listStocksTogether } from '@/lib/stocks/stock-store';
import { decodeSegment } from '../../decode-segment';
import { NothingHere } from '../../nothing-here';
import { readCursor, readListPage, type SearchParams } from '../../read-list-page';
import { ReaderPage } from '../../reader-page';

const chartDays = 60;
const togetherCount = 12;

interface StockPageProps {
  params: Promise<{ locale: string; id: string }>;
  searchParams: SearchParams;
}

/** Head and body of one render ask for the same stock. */
const getStock = cache(async (id: string) => {
  const ref = parseStockAddress(id);
  return ref && buildStockId(ref) === id ? findStock(ref) : undefined;
});

async function readAddress({ params, searchParams }: StockPageProps) {
  const { locale, id } = await preparePage(params);
  const stock = await getStock(decodeSegment(id));
  if (!stock) notFound();
  return { locale, stock: await showInScript(locale, stock), before: await readCursor(searchParams) };
}

export async function generateMetadata(props: StockPageProps): Promise<Metadata> {
  const { locale, stock, before } = await readAddress(props);
  const t = await getTranslations({ locale, namespace: 'stocks' });
  const names = { name: stock.name, code: formatStockCode(stock) };
  return buildPageMetadata(getConfig(), {
    locale,
    path: buildStockPath(buildStockId(stock), before),
    title: t('title', names),
    description: t('description', names),
  });
}

/** A single bar says no more than the list under it. */
function isWorthDrawing(days: StockDay[]): boolean {
  return days.filter(({ stories }) => stories > 0).length > 1;
}

export default async function StockPage(props: StockPageProps) {
  const { locale, stock, before } = await readAddress(props);
  const found = await Promise.all([
    readListPage(listArticlesByStock(stock.id, before)),
    listStockDays(stock.id, stock.lastDay, chartDays),
    listStocksTogether(stock.id, togetherCount),
  ]);
  const [page, days, together] = await showInScript(locale, found);
  const t = await getTranslations({ locale, namespace: 'stocks' });
  const path = buildStockPath(buildStockId(stock));
  const facts = t('facts', {
    kind: t(`kinds.${stock.kind}`),
    code: formatStockCode(stock),
    count: stock.stories,
  });
  // What is new comes onto the first page.
  const live = {
    topics: [cacheTag.stock(buildStockId(stock))],
    floor: before === undefined ? findFloor(page.items, page.next !== null) : Infinity,
  };
  return (
    <ReaderPage path={buildStockPath(buildStockId(stock), before)} live={live}>
      <PageTitle note={facts} link={<FeedLink pagePath={path} name={stock.name} />}>
        {stock.name}
      </PageTitle>
      {stock.aliases.length > 0 && (
        <p className="-mt-4 pb-5 text-sm text-muted">{t('aliases', { names: stock.aliases.join(' · ') })}</p>
      )}
      {before === undefined && isWorthDrawing(days) && <MentionsChart name={stock.name} days={days} />}
      <div className="grid grid-cols-1 gap-x-12 gap-y-10 pt-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <section aria-labelledby="stories">
          <SectionTitle id="stories">{t('stories', { name: stock.name })}</SectionTitle>
          {page.items.length > 0 ? <StoryList items={page.items} /> : <NothingHere isEnd />}
          <Pager
            newest={before === undefined ? null : buildPath(locale, path)}
            older={
              page.next === null ? null : buildPath(locale, buildStockPath(buildStockId(stock), page.next))
            }
          />
        </section>
        {together.length > 0 && (
          <aside aria-labelledby="together" className="lg:sticky lg:top-6 lg:self-start">
            <SectionTitle id="together">{t('together')}</SectionTitle>
            <p className="pb-3 text-xs text-muted">{t('togetherNote')}</p>
            <StockRows stocks={together} />
          </aside>
        )}
      </div>
    </ReaderPage>
  );
}
