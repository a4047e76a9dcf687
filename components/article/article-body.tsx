import { useTranslations } from 'next-intl';
import type { SafeHtml } from '@/lib/articles/safe-html';

/**
 * The only place that prints HTML as it is; the type says that the sanitiser has seen it. `data-image-missing` is for
 * client/image-fallback.ts.
 */
export function ArticleBody({ html, language }: { html: SafeHtml; language: string | undefined }) {
  const t = useTranslations('reader');
  return (
    <div
      lang={language}
      className="article-body pt-6"
      data-image-missing={t('imageMissing')}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
