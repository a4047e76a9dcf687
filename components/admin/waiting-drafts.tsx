import { getTranslations } from 'next-intl/server';
import type { EditorArticle } from '@/lib/articles/article-admin-store';
import type { Locale } from '@/lib/i18n/locales';
import { WaitReason } from './wait-reason';

interface WaitingDraftsProps {
  locale: Locale;
  drafts: EditorArticle[];
  total: number;
}

/** The newest drafts and why each waits. */
export async function WaitingDrafts({ locale, drafts, total }: WaitingDraftsProps) {
  const t = await getTranslations({ locale, namespace: 'admin' });
  if (drafts.length === 0) return <p className="text-sm text-muted">{t('noDrafts')}</p>;
  return (
    <>
      <ul className="border-t border-ink text-sm">
        {drafts.map((draft) => (
          <li key={draft.slug} className="flex flex-wrap gap-x-6 border-b border-hairline py-2">
            <a
              href={`/admin/articles/${encodeURIComponent(draft.slug)}`}
              lang={draft.language}
              className="min-w-0 flex-1 basis-80 font-serif hover:text-accent hover:underline max-md:py-2.5"
            >
              {draft.title}
            </a>
            <WaitReason locale={locale} guessedFields={draft.guessedFields} />
          </li>
        ))}
      </ul>
      <p className="text-sm">
        <a
          href="/admin/articles?status=draft"
          className="inline-flex min-h-11 items-center text-accent underline underline-offset-4 md:min-h-6"
        >
          {t('allDrafts', { count: total })}
        </a>
      </p>
    </>
  );
}
