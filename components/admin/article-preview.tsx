import { getTranslations } from 'next-intl/server';
import { ArticleBody } from '@/components/article/article-body';
import type { EditorArticleDetails } from '@/lib/articles/article-admin-store';
import { formatDateTime } from '@/lib/i18n/format-date';
import type { Locale } from '@/lib/i18n/locales';
import { ArticleRowActions } from './article-row-actions';
import { WaitReason } from './wait-reason';

interface ArticlePreviewProps {
  locale: Locale;
  timeZone: string;
  article: EditorArticleDetails;
}

/** An article as readers see it or would see it, with its state, its actions and every address it is known by. */
export async function ArticlePreview({ locale, timeZone, article }: ArticlePreviewProps) {
  const t = await getTranslations({ locale, namespace: 'admin' });
  const isWaiting = article.status === 'draft' && !article.isDeleted;
  const isPublic = article.status === 'published' && !article.isDeleted;
  return (
    <div className="grid max-w-[42.75rem] gap-4">
      <ArticleRowActions
        slug={article.slug}
        title={article.title}
        status={article.isDeleted ? 'deleted' : article.status}
      />
      {isWaiting && <WaitReason locale={locale} guessedFields={article.guessedFields} />}
      {isPublic && (
        <p className="text-sm">
          <a
            href={`/articles/${encodeURIComponent(article.slug)}`}
            className="inline-flex min-h-11 items-center text-accent underline underline-offset-4 md:min-h-6"
          >
            {t('openArticle')}
          </a>
        </p>
      )}
      <article lang={article.language} className="border-t border-hairline pt-4">
        <p className="flex flex-wrap gap-x-4 text-sm text-muted">
          {article.category && <span>{article.category.name}</span>}
          <time dateTime={article.publishedAt.toISOString()}>
            {formatDateTime(article.publishedAt, timeZone)}
          </time>
          {article.sourceName !== null && <span>{article.sourceName}</span>}
        </p>
        <h2 className="headline pt-1 font-serif text-xl font-bold">{article.title}</h2>
        {article.digest !== null && (
          <p className="mt-4 border-y border-hairline py-4 text-base text-muted">{article.digest}</p>
        )}
        <ArticleBody html={article.bodyHtml} language={undefined} />
      </article>
      <section aria-labelledby="addresses" className="border-t border-hairline pt-4 text-sm">
        <h2 id="addresses" className="font-semibold">
          {t('addresses')}
        </h2>
        <ul className="grid gap-1 pt-2 break-all text-muted">
          {[`/s/${article.shareCode}`, ...article.addresses].map((address) => (
            <li key={address}>{address}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
