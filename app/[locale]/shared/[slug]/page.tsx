import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ShareTags } from '@/components/article/share-tags';
import { findPublishedArticle } from '@/lib/articles/article-store';
import { showInScript } from '@/lib/articles/show-in-script';
import { getConfig } from '@/lib/config/config';
import { buildPath } from '@/lib/i18n/build-path';
import type { Locale } from '@/lib/i18n/locales';
import { preparePage } from '@/lib/i18n/prepare-page';
import { buildArticlePath } from '@/lib/sharing/build-absolute-url';
import { buildArticleMetadata } from '@/lib/sharing/build-article-metadata';
import { buildShareFacts } from '@/lib/sharing/build-share-facts';
import { decodeSegment } from '../../decode-segment';

interface SharedPageProps {
  params: Promise<{ locale: string; slug: string }>;
}

const getShownArticle = cache(async (locale: Locale, slug: string) => {
  const article = await findPublishedArticle(slug);
  return article && showInScript(locale, article);
});

async function readAddress(params: SharedPageProps['params']) {
  const { locale, slug } = await preparePage(params);
  const article = await getShownArticle(locale, decodeSegment(slug));
  if (!article) notFound();
  return { locale, article };
}

export async function generateMetadata({ params }: SharedPageProps): Promise<Metadata> {
  const { locale, article } = await readAddress(params);
  return buildArticleMetadata(getConfig(), article, locale);
}

/** What crawlers get at a short link: the head of the article with little else. People are sent on to the article. */
export default async function SharedPage({ params }: SharedPageProps) {
  const { locale, article } = await readAddress(params);
  return (
    <main className="frame py-6">
      <ShareTags {...buildShareFacts(getConfig(), article, locale)} />
      <h1 lang={article.language} className="font-serif text-xl font-bold">
        <a href={buildPath(locale, buildArticlePath(article.slug))}>{article.title}</a>
      </h1>
      {article.digest !== null && (
        <p lang={article.language} className="pt-3">
          {article.digest}
        </p>
      )}
    </main>
  );
}
