import { getTranslations } from 'next-intl/server';
import { AdminShell } from '@/components/admin/admin-shell';
import { ImportView } from '@/components/admin/imports/import-view';
import { SignInPage } from '@/components/admin/sign-in-page';
import { prepareAdminPage } from '@/lib/editors/prepare-admin-page';

export default async function ImportReportPage({ params }: { params: Promise<{ id: string }> }) {
  const { locale, siteTitle, editor } = await prepareAdminPage();
  if (!editor) return <SignInPage locale={locale} siteTitle={siteTitle} />;
  const t = await getTranslations({ locale, namespace: 'admin' });
  const { id } = await params;
  return (
    <AdminShell
      locale={locale}
      editor={editor}
      siteTitle={siteTitle}
      current="imports"
      heading={t('importHeading')}
    >
      <ImportView id={decodeURIComponent(id)} />
    </AdminShell>
  );
}
