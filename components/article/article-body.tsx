import type { SafeHtml } from '@/lib/articles/safe-html';

/** The only place that prints HTML as it is; the type says that the sanitiser has seen it. */
export function ArticleBody({ html, language }: { html: SafeHtml; language: string | undefined }) {
  return <div lang={language} className="article-body pt-6" dangerouslySetInnerHTML={{ __html: html }} />;
}
