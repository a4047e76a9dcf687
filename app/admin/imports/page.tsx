import { getTranslations } from 'next-intl/server';
import { AdminShell } from '@/components/admin/admin-shell';
import { ImportList } from '@/components/admin/imports/import-list';
import { SignInPage } from '@/components/admin/sign-in-page';
import { prepareAdminPage } from '@/lib/editors/prepare-admin-page';

export default async function ImportsPage() {
  const { locale, siteTitle, editor } = await prepareAdminPage();
  if (!editor) return <SignInPage locale={locale} siteTitle={siteTitle} />;
  const t = await getTranslations({ locale, namespace: 'admin' });
  return (
    <AdminShell
      locale={locale}
      editor={editor}
      siteTitle={siteTitle}
      current="imports"
      heading={t('nav.imports')}
    >
      <ImportList />
    </AdminShell>
  );
}
