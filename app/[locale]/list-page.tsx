import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/layout/notice';
import { WaysOn } from '@/components/layout/ways-on';
import { Pager } from '@/components/lists/pager';
import { StoryList } from '@/components/lists/story-list';
import { PageTitle } from '@/components/ui/page-title';
import type { ArticlePage } from '@/lib/articles/article';
import { buildPath } from '@/lib/i18n/build-path';
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
  const newest = before === undefined ? null : buildPath(locale, pathAt());
  const older = page.next === null ? null : buildPath(locale, pathAt(page.next));
  // What is new comes onto the first page.
  const floor = before === undefined ? findFloor(page.items, page.next !== null) : Infinity;
  return (
    <ReaderPage path={pathAt(before)} live={{ topics: [topic], floor }}>
      <PageTitle note={note}>{title}</PageTitle>
      {page.items.length > 0 ? (
        <StoryList items={page.items} hideCategory={hideCategory} />
      ) : (
        <NothingHere isEnd={before !== undefined} />
      )}
      <Pager newest={newest} older={older} />
    </ReaderPage>
  );
}

function NothingHere({ isEnd }: { isEnd: boolean }) {
  const t = useTranslations('reader');
  return (
    <Notice
      heading="h2"
      title={t(isEnd ? 'endTitle' : 'emptyTitle')}
      text={t(isEnd ? 'endText' : 'emptyCategoryText')}
    >
      <WaysOn />
    </Notice>
  );
}
