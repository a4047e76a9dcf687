import { getTranslations } from 'next-intl/server';
import { AdminShell } from '@/components/admin/admin-shell';
import { buttonClass } from '@/components/admin/button';
import { FeedList } from '@/components/admin/feeds/feed-list';
import { SignInPage } from '@/components/admin/sign-in-page';
import { getConfig } from '@/lib/config/config';
import { prepareAdminPage } from '@/lib/editors/prepare-admin-page';
import { listFeeds } from '@/lib/feeds/feed-store';

export default async function FeedsPage() {
  const { locale, siteTitle, editor } = await prepareAdminPage();
  if (!editor) return <SignInPage locale={locale} siteTitle={siteTitle} />;
  const t = await getTranslations({ locale, namespace: 'admin' });
  const feeds = await listFeeds();
  return (
    <AdminShell
      locale={locale}
      editor={editor}
      siteTitle={siteTitle}
      current="feeds"
      heading={t('nav.feeds')}
    >
      <p>
        <a href="/admin/feeds/new" className={buttonClass('main')}>
          {t('feeds.new')}
        </a>
      </p>
      {feeds.length > 0 ? (
        <FeedList locale={locale} timeZone={getConfig().timeZone} feeds={feeds} />
      ) : (
        <p className="text-sm text-muted">{t('feeds.none')}</p>
      )}
    </AdminShell>
  );
}
