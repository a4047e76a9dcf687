import { getLocale, getTranslations } from 'next-intl/server';
import { Notice } from '@/components/layout/notice';
import { FeedLink } from '@/components/lists/feed-link';
import { ActiveFilters } from '@/components/search/active-filters';
import { NothingFound } from '@/components/search/nothing-found';
import { ResultHead } from '@/components/search/result-head';
import { ResultPager, SearchResults } from '@/components/search/search-results';
import { showInScript } from '@/lib/articles/show-in-script';
import { findCategoryName, findWaysOn } from '@/lib/search/find-ways-on';
import {
  longestQuery,
  mostWords,
  parseSearchQuery,
  type QueryProblem,
} from '@/lib/search/parse-search-query';
import { buildSearchPath, type SearchAddress } from '@/lib/search/search-address';
import { mostCounted, type SearchResults as Results } from '@/lib/search/search-store';

interface SearchOutcomeProps {
  address: SearchAddress;
  results: Results;
}

const problemKeys = {
  empty: 'empty',
  'no-words': 'noWords',
  'too-long': 'tooLong',
  'too-many-words': 'tooManyWords',
} as const satisfies Record<QueryProblem, string>;

/** What a search came to: its results, or why there are none. */
export async function SearchOutcome({ address, results }: SearchOutcomeProps) {
  const locale = await getLocale();
  const t = await getTranslations({ locale, namespace: 'search' });
  const { items, problem, stocks, filterStock, count, isCountRough, next } = results;
  if (problem !== null) {
    const key = problemKeys[problem];
    const text = t(`${key}Text`, { longest: longestQuery, most: mostWords });
    return <Notice heading="h2" title={t(`${key}Title`)} text={text} />;
  }
  const category = address.category === undefined ? undefined : await findCategoryName(address.category);
  const { name } = await showInScript(locale, { name: category });
  return (
    <div className="max-w-3xl pt-3">
      <ActiveFilters address={address} names={{ category: name, stock: filterStock?.name }} />
      {items.length > 0 ? (
        <>
          <ResultHead
            address={address}
            count={count}
            isRough={isCountRough}
            most={mostCounted}
            stocks={stocks}
          />
          <SearchResults items={items} />
        </>
      ) : address.before === undefined ? (
        <NothingToShow address={address} />
      ) : (
        <Notice heading="h2" title={t('endTitle')} text={t('endText')} />
      )}
      <ResultPager address={address} next={next} />
      <FeedLink pagePath={buildSearchPath({ ...address, before: undefined })} name={address.q.trim()} />
    </div>
  );
}

async function NothingToShow({ address }: { address: SearchAddress }) {
  const query = parseSearchQuery(address.q);
  const words = query.kind === 'words' ? query.words.map(({ written }) => written) : [];
  const { categories, stocks } = await showInScript(await getLocale(), await findWaysOn(words));
  return <NothingFound address={address} words={words} categories={categories} stocks={stocks} />;
}
