import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ChangeList } from '@/components/article/changes/change-list';
import { PageTitle } from '@/components/ui/page-title';
import { TextLink } from '@/components/ui/text-link';
import { findArticleHistory } from '@/lib/articles/article-history-store';
import { showInScript } from '@/lib/articles/show-in-script';
import { getConfig } from '@/lib/config/config';
import { buildPath } from '@/lib/i18n/build-path';
import type { Locale } from '@/lib/i18n/locales';
import { preparePage } from '@/lib/i18n/prepare-page';
import { buildArticlePath, buildChangesPath } from '@/lib/sharing/build-absolute-url';
import { buildPageMetadata } from '@/lib/sharing/build-page-metadata';
import { decodeSegment } from '../../../decode-segment';
import { ReaderPage } from '../../../reader-page';

interface ChangesPageProps {
  params: Promise<{ locale: string; slug: string }>;
}

/** Head and body of one render ask for the same history. */
const getHistory = cache(async (locale: Locale, slug: string) =>
  showInScript(locale, await findArticleHistory(slug)),
);

async function readAddress(params: ChangesPageProps['params']) {
  const { locale, slug: segment } = await preparePage(params);
  const slug = decodeSegment(segment);
  const history = await getHistory(locale, slug);
  if (!history) notFound();
  return { locale, slug, history, t: await getTranslations({ locale, namespace: 'changes' }) };
}

export async function generateMetadata({ params }: ChangesPageProps): Promise<Metadata> {
  const { locale, slug, history, t } = await readAddress(params);
  const page = buildPageMetadata(getConfig(), {
    locale,
    path: buildChangesPath(slug),
    title: t('title', { title: history.title }),
    description: t('description', { title: history.title }),
  });
  // What a story no longer says should not be what a search engine finds.
  return { ...page, robots: { index: false, follow: true } };
}

export default async function ChangesPage({ params }: ChangesPageProps) {
  const { locale, slug, history, t } = await readAddress(params);
  return (
    <ReaderPage path={buildChangesPath(slug)} zoneAt={history.publishedAt}>
      <div className="max-w-[42.75rem]">
        <PageTitle note={t('note')}>{t('title', { title: history.title })}</PageTitle>
        <TextLink href={buildPath(locale, buildArticlePath(slug))} className="text-sm">
          {t('back')}
        </TextLink>
        <ChangeList history={history} />
      </div>
    </ReaderPage>
  );
}
