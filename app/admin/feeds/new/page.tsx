import { getTranslations } from 'next-intl/server';
import { AdminShell } from '@/components/admin/admin-shell';
import { emptyDraft } from '@/components/admin/feeds/feed-draft';
import { FeedForm } from '@/components/admin/feeds/feed-form';
import { SignInPage } from '@/components/admin/sign-in-page';
import { prepareAdminPage } from '@/lib/editors/prepare-admin-page';

export default async function NewFeedPage() {
  const { locale, siteTitle, editor } = await prepareAdminPage();
  if (!editor) return <SignInPage locale={locale} siteTitle={siteTitle} />;
  const t = await getTranslations({ locale, namespace: 'admin.feeds' });
  return (
    <AdminShell
      locale={locale}
      editor={editor}
      siteTitle={siteTitle}
      current="feeds"
      heading={t('newHeading')}
    >
      <FeedForm initial={emptyDraft} />
    </AdminShell>
  );
}
