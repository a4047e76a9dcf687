import { useLocale } from 'next-intl';
import { JsonLd } from '@/components/article/json-ld';
import { FeedLink } from '@/components/lists/feed-link';
import { Pager } from '@/components/lists/pager';
import { StoryList } from '@/components/lists/story-list';
import { PageTitle } from '@/components/ui/page-title';
import type { ArticlePage } from '@/lib/articles/article';
import { getConfig } from '@/lib/config/config';
import { buildPath } from '@/lib/i18n/build-path';
import { buildBreadcrumbs } from '@/lib/sharing/build-breadcrumbs';
import { buildCollection } from '@/lib/sharing/build-collection';
import { NothingHere } from './nothing-here';
import { findFloor } from '@/lib/live/live-page';
import { ReaderPage } from './reader-page';

interface ListPageProps {
  title: string;
  note: string;
  page: ArticlePage;
  /** The cursor this page was asked for with. */
  before: string | undefined;
  /** Path of the list at a cursor, without language prefix. */
  pathAt: (before?: string) => string;
  hideCategory?: boolean;
  /** Cache tag of the list. */
  topic: string;
}

/** The body of a cursor-paged list: a category's or a tag's. */
export function ListPage({ title, note, page, before, pathAt, hideCategory, topic }: ListPageProps) {
  const locale = useLocale();
  const config = getConfig();
  const newest = before === undefined ? null : buildPath(locale, pathAt());
  const older = page.next === null ? null : buildPath(locale, pathAt(page.next));
  // What is new comes onto the first page.
  const floor = before === undefined ? findFloor(page.items, page.next !== null) : Infinity;
  return (
    <ReaderPage path={pathAt(before)} live={{ topics: [topic], floor }}>
      <PageTitle note={note} link={<FeedLink pagePath={pathAt()} name={title} />}>
        {title}
      </PageTitle>
      {page.items.length > 0 ? (
        <StoryList items={page.items} hideCategory={hideCategory} />
      ) : (
        <NothingHere isEnd={before !== undefined} />
      )}
      <Pager newest={newest} older={older} />
      <JsonLd
        data={buildCollection(config, locale, { name: title, path: pathAt(before), items: page.items })}
      />
      <JsonLd data={buildBreadcrumbs(config, locale, [{ name: title, path: pathAt() }])} />
    </ReaderPage>
  );
}
