import { getTranslations } from 'next-intl/server';
import { AdminShell } from '@/components/admin/admin-shell';
import { SignInPage } from '@/components/admin/sign-in-page';
import { UploadPanel } from '@/components/admin/upload-panel';
import { prepareAdminPage } from '@/lib/editors/prepare-admin-page';

export default async function ImportPage() {
  const { locale, siteTitle, editor } = await prepareAdminPage();
  if (!editor) return <SignInPage locale={locale} siteTitle={siteTitle} />;
  const t = await getTranslations({ locale, namespace: 'admin' });
  return (
    <AdminShell
      locale={locale}
      editor={editor}
      siteTitle={siteTitle}
      current="import"
      heading={t('nav.import')}
    >
      <UploadPanel />
    </AdminShell>
  );
}
