import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cacheTag } from '@/lib/articles/article-cache';
import { listArticlesByTag } from '@/lib/articles/article-store';
import { showInScript } from '@/lib/articles/show-in-script';
import { showName } from '@/lib/articles/show-names';
import { getConfig } from '@/lib/config/config';
import { preparePage } from '@/lib/i18n/prepare-page';
import { buildTagPath } from '@/lib/sharing/build-absolute-url';
import { buildPageMetadata } from '@/lib/sharing/build-page-metadata';
import { decodeSegment } from '../../decode-segment';
import { ListPage } from '../../list-page';
import { readCursor, readListPage, type SearchParams } from '../../read-list-page';

interface TagPageProps {
  params: Promise<{ locale: string; name: string }>;
  searchParams: SearchParams;
}

async function readAddress({ params, searchParams }: TagPageProps) {
  const { locale, name } = await preparePage(params);
  const tag = decodeSegment(name);
  return { locale, tag, name: await showName(locale, tag), before: await readCursor(searchParams) };
}

export async function generateMetadata(props: TagPageProps): Promise<Metadata> {
  const { locale, tag, name, before } = await readAddress(props);
  const t = await getTranslations({ locale, namespace: 'reader' });
  return buildPageMetadata(getConfig(), {
    locale,
    path: buildTagPath(tag, before),
    title: t('tagTitle', { name }),
    description: t('tagDescription', { name }),
  });
}

export default async function TagPage(props: TagPageProps) {
  const { locale, tag, name, before } = await readAddress(props);
  const page = await showInScript(locale, await readListPage(listArticlesByTag(tag, before)));
  // A tag is known by its stories alone.
  if (page.items.length === 0 && before === undefined) notFound();
  const t = await getTranslations({ locale, namespace: 'reader' });
  return (
    <ListPage
      title={t('tagTitle', { name })}
      note={t('tagDescription', { name })}
      page={page}
      before={before}
      pathAt={(cursor) => buildTagPath(tag, cursor)}
      topic={cacheTag.tag(tag)}
    />
  );
}
