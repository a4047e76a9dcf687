import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AdminShell } from '@/components/admin/admin-shell';
import { ArticlePreview } from '@/components/admin/article-preview';
import { GroupPanel } from '@/components/admin/group-panel';
import { SignInPage } from '@/components/admin/sign-in-page';
import { findArticleForEditor } from '@/lib/articles/article-admin-store';
import { getConfig } from '@/lib/config/config';
import { prepareAdminPage } from '@/lib/editors/prepare-admin-page';
import { findStoryGroupForEditor } from '@/lib/groups/story-group-admin-store';

export default async function ArticlePage({ params }: { params: Promise<{ slug: string }> }) {
  const { locale, siteTitle, editor } = await prepareAdminPage();
  if (!editor) return <SignInPage locale={locale} siteTitle={siteTitle} />;
  const article = await findArticleForEditor(editor, decodeURIComponent((await params).slug));
  if (!article) notFound();
  const group = await findStoryGroupForEditor(editor, article.slug);
  const t = await getTranslations({ locale, namespace: 'admin' });
  return (
    <AdminShell
      locale={locale}
      editor={editor}
      siteTitle={siteTitle}
      current="articles"
      heading={t('articleHeading')}
    >
      <ArticlePreview locale={locale} timeZone={getConfig().timeZone} article={article} />
      <div className="max-w-[42.75rem] pt-4">
        <GroupPanel slug={article.slug} group={group} />
      </div>
    </AdminShell>
  );
}
