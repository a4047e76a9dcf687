import { getTranslations } from 'next-intl/server';
import { AdminShell } from '@/components/admin/admin-shell';
import { buttonClass } from '@/components/admin/button';
import { ImportList } from '@/components/admin/imports/import-list';
import { SignInPage } from '@/components/admin/sign-in-page';
import { StatusCounts } from '@/components/admin/status-counts';
import { WaitingDrafts } from '@/components/admin/waiting-drafts';
import { countArticlesByStatus, listArticlesForEditor } from '@/lib/articles/article-admin-store';
import { prepareAdminPage } from '@/lib/editors/prepare-admin-page';

export default async function OverviewPage() {
  const { locale, siteTitle, editor } = await prepareAdminPage();
  if (!editor) return <SignInPage locale={locale} siteTitle={siteTitle} />;
  const t = await getTranslations({ locale, namespace: 'admin' });
  const [counts, drafts] = await Promise.all([
    countArticlesByStatus(editor),
    listArticlesForEditor(editor, { status: 'draft' }),
  ]);
  return (
    <AdminShell
      locale={locale}
      editor={editor}
      siteTitle={siteTitle}
      current="overview"
      heading={t('nav.overview')}
    >
      <p>
        <a href="/admin/import" className={buttonClass('main')}>
          {t('newImport')}
        </a>
      </p>
      <StatusCounts locale={locale} counts={counts} />
      <section className="grid gap-3">
        <h2 className="font-serif text-lg font-bold">{t('waitingDrafts')}</h2>
        <WaitingDrafts locale={locale} drafts={drafts.items.slice(0, 10)} total={counts.draft} />
      </section>
      <section className="grid gap-3">
        <h2 className="font-serif text-lg font-bold">{t('lastImports')}</h2>
        <ImportList limit={5} />
      </section>
      {editor.role === 'admin' && (
        <section className="grid gap-3">
          <h2 className="font-serif text-lg font-bold">{t('export.heading')}</h2>
          <p className="max-w-prose text-sm">{t('export.text')}</p>
          <p>
            <a href="/api/export" download className={buttonClass()}>
              {t('export.download')}
            </a>
          </p>
        </section>
      )}
    </AdminShell>
  );
}
