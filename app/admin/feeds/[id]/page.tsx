import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AdminShell } from '@/components/admin/admin-shell';
import { FeedActions } from '@/components/admin/feeds/feed-actions';
import { buildDraft } from '@/components/admin/feeds/feed-draft';
import { FeedForm } from '@/components/admin/feeds/feed-form';
import { FeedHealth } from '@/components/admin/feeds/feed-health';
import { FeedHistory } from '@/components/admin/feeds/feed-history';
import { FeedItems } from '@/components/admin/feeds/feed-items';
import { SignInPage } from '@/components/admin/sign-in-page';
import { getConfig } from '@/lib/config/config';
import { prepareAdminPage } from '@/lib/editors/prepare-admin-page';
import { AppError } from '@/lib/errors/app-error';
import { getFeed, listFeedImports, listFeedItems } from '@/lib/feeds/feed-store';

interface FeedPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function FeedPage({ params, searchParams }: FeedPageProps) {
  const { locale, siteTitle, editor } = await prepareAdminPage();
  if (!editor) return <SignInPage locale={locale} siteTitle={siteTitle} />;
  const { feed, imports, items } = await load((await params).id);
  const t = await getTranslations({ locale, namespace: 'admin.feeds' });
  const { timeZone } = getConfig();
  const { polled } = await searchParams;
  return (
    <AdminShell locale={locale} editor={editor} siteTitle={siteTitle} current="feeds" heading={feed.name}>
      <p className="text-sm">
        <a
          href="/admin/feeds"
          className="inline-flex min-h-11 items-center text-accent underline underline-offset-4 md:min-h-6"
        >
          {t('back')}
        </a>
      </p>
      <FeedActions id={feed.id} name={feed.name} isPaused={feed.pausedAt !== null} polled={polled} />
      <FeedHealth locale={locale} timeZone={timeZone} feed={feed} />
      <FeedItems locale={locale} timeZone={timeZone} items={items} />
      <FeedHistory locale={locale} timeZone={timeZone} imports={imports} />
      <section className="grid gap-3">
        <h2 className="font-serif text-lg font-bold">{t('settings')}</h2>
        <FeedForm id={feed.id} initial={buildDraft(feed)} />
      </section>
    </AdminShell>
  );
}

async function load(id: string) {
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound();
  try {
    const [feed, imports, items] = await Promise.all([
      getFeed(Number(id)),
      listFeedImports(Number(id)),
      listFeedItems(Number(id)),
    ]);
    return { feed, imports, items };
  } catch (error) {
    if (error instanceof AppError && error.status === 404) notFound();
    throw error;
  }
}
