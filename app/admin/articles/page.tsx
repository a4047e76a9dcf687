import { getTranslations } from 'next-intl/server';
import { AdminShell } from '@/components/admin/admin-shell';
import { ArticleFilters } from '@/components/admin/article-filters';
import { ArticleTable } from '@/components/admin/article-table';
import { Notice } from '@/components/admin/notice';
import { SignInPage } from '@/components/admin/sign-in-page';
import { listCategories } from '@/lib/articles/article-store';
import { getConfig } from '@/lib/config/config';
import { buildArticleListPath, parseArticleFilter } from '@/lib/editors/article-filter';
import { prepareAdminPage } from '@/lib/editors/prepare-admin-page';
import { searchArticlesForEditor } from '@/lib/search/search-editor-articles';

interface ArticlesProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ArticlesPage({ searchParams }: ArticlesProps) {
  const { locale, siteTitle, editor } = await prepareAdminPage();
  if (!editor) return <SignInPage locale={locale} siteTitle={siteTitle} />;
  const t = await getTranslations({ locale, namespace: 'admin' });
  const filter = parseArticleFilter(await searchParams);
  const [{ items, next }, categories] = await Promise.all([
    searchArticlesForEditor(editor, filter),
    listCategories(),
  ]);
  return (
    <AdminShell
      locale={locale}
      editor={editor}
      siteTitle={siteTitle}
      current="articles"
      heading={t('nav.articles')}
    >
      <ArticleFilters locale={locale} filter={filter} categories={categories} />
      {items.length > 0 ? (
        <ArticleTable locale={locale} timeZone={getConfig().timeZone} articles={items} />
      ) : (
        <Notice>{t('noArticles')}</Notice>
      )}
      {next !== null && (
        <p className="text-sm">
          <a
            href={buildArticleListPath({ ...filter, before: next })}
            className="inline-flex min-h-11 items-center text-accent underline underline-offset-4 md:min-h-6"
          >
            {t('olderArticles')}
          </a>
        </p>
      )}
    </AdminShell>
  );
}
