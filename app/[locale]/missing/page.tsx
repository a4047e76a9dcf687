import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/layout/notice';
import { WaysOn } from '@/components/layout/ways-on';
import { StoryList } from '@/components/lists/story-list';
import { showInScript } from '@/lib/articles/show-in-script';
import { preparePage } from '@/lib/i18n/prepare-page';
import { suggestArticles } from '@/lib/links/suggest-articles';
import { buildNoticeMetadata } from '@/lib/sharing/build-page-metadata';
import { readAbsentPath } from '../read-absent-path';
import { ReaderPage } from '../reader-page';
import type { SearchParams } from '../read-list-page';

interface MissingPageProps {
  params: Promise<{ locale: string }>;
  /** `path`: the address that nobody knows, set by the front door. */
  searchParams: SearchParams;
}

export async function generateMetadata({ params }: MissingPageProps): Promise<Metadata> {
  const { locale } = await preparePage(params);
  const t = await getTranslations({ locale, namespace: 'reader' });
  return buildNoticeMetadata(t('missingTitle'));
}

/** Shown with status 404. */
export default async function MissingPage({ params, searchParams }: MissingPageProps) {
  const { locale } = await preparePage(params);
  const { path } = await searchParams;
  const address = readAbsentPath(path);
  const suggestions = await showInScript(locale, await suggestArticles(address));
  const t = await getTranslations({ locale, namespace: 'reader' });
  return (
    <ReaderPage path={address}>
      <Notice title={t('missingTitle')} text={t('missingText')}>
        <WaysOn />
      </Notice>
      {suggestions.length > 0 && (
        <section aria-labelledby="guess">
          <h2 id="guess" className="pb-2 text-base font-semibold">
            {t('missingGuess')}
          </h2>
          <StoryList items={suggestions} />
        </section>
      )}
    </ReaderPage>
  );
}
