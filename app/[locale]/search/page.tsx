import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Notice } from '@/components/layout/notice';
import { SearchForm } from '@/components/search/search-form';
import { cacheTag, noteCacheTags } from '@/lib/articles/article-cache';
import { showInScript } from '@/lib/articles/show-in-script';
import { getConfig } from '@/lib/config/config';
import { AppError } from '@/lib/errors/app-error';
import { preparePage } from '@/lib/i18n/prepare-page';
import { listSearchCategories } from '@/lib/search/find-ways-on';
import { buildSearchPath, parseSearchAddress } from '@/lib/search/search-address';
import { searchPublishedArticles } from '@/lib/search/search-store';
import { buildPageMetadata } from '@/lib/sharing/build-page-metadata';
import type { SearchParams } from '../read-list-page';
import { ReaderPage } from '../reader-page';
import { SearchOutcome } from './search-outcome';

interface SearchPageProps {
  params: Promise<{ locale: string }>;
  searchParams: SearchParams;
}

const pageSize = 20;
const titleLength = 60;

async function readAddress({ params, searchParams }: SearchPageProps) {
  const { locale } = await preparePage(params);
  return { locale, address: parseSearchAddress(await searchParams) };
}

export async function generateMetadata(props: SearchPageProps): Promise<Metadata> {
  const { locale, address } = await readAddress(props);
  const t = await getTranslations({ locale, namespace: 'search' });
  const query = address.q.trim().slice(0, titleLength).toWellFormed();
  return {
    ...buildPageMetadata(getConfig(), {
      locale,
      path: buildSearchPath(address),
      title: query === '' ? t('heading') : t('title', { query }),
      description: t('description'),
    }),
    robots: { index: false, follow: true },
  };
}

export default async function SearchPage(props: SearchPageProps) {
  const { locale, address } = await readAddress(props);
  const t = await getTranslations({ locale, namespace: 'search' });
  // Without words there is nothing to find, and further down nothing new comes.
  const listens = address.q.trim() !== '' && address.before === undefined;
  const found = await Promise.all([search(address), listSearchCategories()]);
  const [results, categories] = await showInScript(locale, found);
  return (
    <ReaderPage
      path={buildSearchPath(address)}
      live={listens ? { topics: [cacheTag.front()], look: true } : undefined}
    >
      <h1 className="pb-4 font-serif text-xl font-bold lg:text-2xl">{t('heading')}</h1>
      <SearchForm address={address} categories={categories} />
      {results === 'too-slow' ? (
        <Notice heading="h2" title={t('slowTitle')} text={t('slowText')} />
      ) : (
        <SearchOutcome address={address} results={results} />
      )}
    </ReaderPage>
  );
}

async function search({ q, ...address }: ReturnType<typeof parseSearchAddress>) {
  try {
    return await searchPublishedArticles({ query: q, ...address, limit: pageSize });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'cursor-invalid') notFound();
    if (error.code !== 'search-too-slow') throw error;
    noteCacheTags(cacheTag.passing());
    return 'too-slow';
  }
}
