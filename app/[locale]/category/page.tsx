import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/layout/notice';
import { WaysOn } from '@/components/layout/ways-on';
import { CategoryIndex } from '@/components/lists/category-index';
import { PageTitle } from '@/components/ui/page-title';
import { listCategories } from '@/lib/articles/article-store';
import { showInScript } from '@/lib/articles/show-in-script';
import { getConfig } from '@/lib/config/config';
import { preparePage } from '@/lib/i18n/prepare-page';
import { buildPageMetadata } from '@/lib/sharing/build-page-metadata';
import { ReaderPage } from '../reader-page';

interface CategoriesPageProps {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: CategoriesPageProps): Promise<Metadata> {
  const { locale } = await preparePage(params);
  const t = await getTranslations({ locale, namespace: 'reader' });
  const config = getConfig();
  return buildPageMetadata(config, {
    locale,
    path: '/category',
    title: t('allCategories'),
    description: t('siteDescription', { title: config.siteTitle }),
  });
}

export default async function CategoriesPage({ params }: CategoriesPageProps) {
  const { locale } = await preparePage(params);
  const categories = await showInScript(locale, await listCategories());
  const t = await getTranslations({ locale, namespace: 'reader' });
  return (
    <ReaderPage path="/category">
      {categories.length > 0 ? (
        <>
          <PageTitle note={t('categoriesDescription', { count: categories.length })}>
            {t('allCategories')}
          </PageTitle>
          <CategoryIndex categories={categories} />
        </>
      ) : (
        <Notice title={t('emptyTitle')} text={t('emptyText')}>
          <WaysOn />
        </Notice>
      )}
    </ReaderPage>
  );
}
