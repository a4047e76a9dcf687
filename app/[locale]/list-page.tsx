import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/layout/notice';
import { WaysOn } from '@/components/layout/ways-on';
import { FeedLink } from '@/components/lists/feed-link';
import { Pager } from '@/components/lists/pager';
import { StoryList } from '@/components/lists/story-list';
import { PageTitle } from '@/components/ui/page-title';
import type { ArticlePage } from '@/lib/articles/article';
import { buildPath } from '@/lib/i18n/build-path';
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
