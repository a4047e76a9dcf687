import { redirect } from 'next/navigation';
import { SignInPage } from '@/components/admin/sign-in-page';
import { prepareAdminPage } from '@/lib/editors/prepare-admin-page';

export default async function SignIn() {
  const { locale, siteTitle, editor } = await prepareAdminPage();
  if (editor) redirect('/admin');
  return <SignInPage locale={locale} siteTitle={siteTitle} next="/admin" />;
}
