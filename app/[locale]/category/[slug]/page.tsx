import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { cacheTag } from '@/lib/articles/article-cache';
import { findCategory, listArticlesByCategory } from '@/lib/articles/article-store';
import { showInScript } from '@/lib/articles/show-in-script';
import { getConfig } from '@/lib/config/config';
import { preparePage } from '@/lib/i18n/prepare-page';
import { buildCategoryPath } from '@/lib/sharing/build-absolute-url';
import { buildPageMetadata } from '@/lib/sharing/build-page-metadata';
import { decodeSegment } from '../../decode-segment';
import { ListPage } from '../../list-page';
import { readCursor, readListPage, type SearchParams } from '../../read-list-page';

interface CategoryPageProps {
  params: Promise<{ locale: string; slug: string }>;
  searchParams: SearchParams;
}

/** Head and body of one render ask for the same category. */
const getCategory = cache(findCategory);

async function readAddress({ params, searchParams }: CategoryPageProps) {
  const { locale, slug } = await preparePage(params);
  const category = await getCategory(decodeSegment(slug));
  if (!category) notFound();
  return { locale, category: await showInScript(locale, category), before: await readCursor(searchParams) };
}

export async function generateMetadata(props: CategoryPageProps): Promise<Metadata> {
  const { locale, category, before } = await readAddress(props);
  const t = await getTranslations({ locale, namespace: 'reader' });
  return buildPageMetadata(getConfig(), {
    locale,
    path: buildCategoryPath(category.slug, before),
    title: category.name,
    description: t('categoryDescription', { name: category.name }),
  });
}

export default async function CategoryPage(props: CategoryPageProps) {
  const { locale, category, before } = await readAddress(props);
  const page = await showInScript(locale, await readListPage(listArticlesByCategory(category.slug, before)));
  const t = await getTranslations({ locale, namespace: 'reader' });
  return (
    <ListPage
      title={category.name}
      note={t('categoryDescription', { name: category.name })}
      page={page}
      before={before}
      pathAt={(cursor) => buildCategoryPath(category.slug, cursor)}
      hideCategory
      topic={cacheTag.category(category.slug)}
    />
  );
}
