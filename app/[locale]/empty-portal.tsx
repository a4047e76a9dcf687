import { useTranslations } from 'next-intl';
import { Notice } from '@/components/layout/notice';
import { TextLink } from '@/components/ui/text-link';
import { cacheTag } from '@/lib/articles/article-cache';
import { ReaderPage } from './reader-page';

/** The front page before the first story. */
export function EmptyPortal() {
  const t = useTranslations('reader');
  return (
    <ReaderPage path="/" withDate live={{ topics: [cacheTag.front()] }}>
      <Notice heading="h2" title={t('emptyTitle')} text={t('emptyText')}>
        <p className="pt-4">
          <TextLink href="/admin/import">{t('emptyEditors')}</TextLink>
        </p>
      </Notice>
    </ReaderPage>
  );
}
