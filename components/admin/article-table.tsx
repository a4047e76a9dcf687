import { getTranslations } from 'next-intl/server';
import type { EditorArticle } from '@/lib/articles/article-admin-store';
import { formatDateTime } from '@/lib/i18n/format-date';
import type { Locale } from '@/lib/i18n/locales';
import { ArticleRowActions } from './article-row-actions';
import { cellClass, headClass, TableFrame } from './table-frame';
import { WaitReason } from './wait-reason';

interface ArticleTableProps {
  locale: Locale;
  timeZone: string;
  articles: EditorArticle[];
}

/** Articles in every state, with what can be done to each. */
export async function ArticleTable({ locale, timeZone, articles }: ArticleTableProps) {
  const t = await getTranslations({ locale, namespace: 'admin' });
  const columns = ['title', 'state', 'category', 'published'] as const;
  return (
    <TableFrame label={t('nav.articles')}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className={headClass}>
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {articles.map((article) => (
          <ArticleRow key={article.slug} locale={locale} timeZone={timeZone} article={article} />
        ))}
      </tbody>
    </TableFrame>
  );
}

function ArticleRow({
  locale,
  timeZone,
  article,
}: Omit<ArticleTableProps, 'articles'> & { article: EditorArticle }) {
  const { slug, title, category, publishedAt, status, isDeleted } = article;
  const isWaiting = status === 'draft' && !isDeleted;
  return (
    <tr>
      <th scope="row" className={`${cellClass} min-w-52 font-serif font-normal`}>
        <a
          href={`/admin/articles/${encodeURIComponent(slug)}`}
          lang={article.language}
          className="inline-block hover:text-accent hover:underline max-md:py-2.5"
        >
          {title}
        </a>
        {isWaiting && <WaitReason locale={locale} guessedFields={article.guessedFields} />}
      </th>
      <td className={`${cellClass} whitespace-nowrap`}>
        <ArticleRowActions slug={slug} title={title} status={isDeleted ? 'deleted' : status} />
      </td>
      <td className={`${cellClass} min-w-28`}>{category?.name}</td>
      <td className={`${cellClass} whitespace-nowrap`}>
        <time dateTime={publishedAt.toISOString()}>{formatDateTime(publishedAt, timeZone)}</time>
      </td>
    </tr>
  );
}
