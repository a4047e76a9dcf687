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
}

/** The body of a cursor-paged list: a category's or a tag's. */
export function ListPage({ title, note, page, before, pathAt, hideCategory }: ListPageProps) {
  const locale = useLocale();
  const config = getConfig();
  const newest = before === undefined ? null : buildPath(locale, pathAt());
  const older = page.next === null ? null : buildPath(locale, pathAt(page.next));
  return (
    <ReaderPage path={pathAt(before)}>
      <PageTitle note={note}>{title}</PageTitle>
      <FeedLink pagePath={pathAt()} name={title} />
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
