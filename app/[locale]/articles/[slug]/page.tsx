import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ArticleBody } from '@/components/article/article-body';
import { ArticleHead } from '@/components/article/article-head';
import { JsonLd } from '@/components/article/json-ld';
import { Neighbours } from '@/components/article/neighbours';
import { PrintedAddress } from '@/components/article/printed-address';
import { RelatedStories } from '@/components/article/related-stories';
import { ShareRow } from '@/components/article/share-row';
import { TagList } from '@/components/article/tag-list';
import { findNeighbours, findPublishedArticle, listRelatedArticles } from '@/lib/articles/article-store';
import { getConfig } from '@/lib/config/config';
import { buildPath } from '@/lib/i18n/build-path';
import { getTextLanguage } from '@/lib/i18n/get-text-language';
import { preparePage } from '@/lib/i18n/prepare-page';
import { buildAbsoluteUrl, buildArticlePath, buildShortPath } from '@/lib/sharing/build-absolute-url';
import { buildArticleMetadata } from '@/lib/sharing/build-article-metadata';
import { buildNewsArticle } from '@/lib/sharing/build-news-article';
import { decodeSegment } from '../../decode-segment';
import { ReaderPage } from '../../reader-page';

const relatedCount = 6;

interface ArticlePageProps {
  params: Promise<{ locale: string; slug: string }>;
}

/** Head and body of one render ask for the same article. */
const getPublishedArticle = cache(findPublishedArticle);

async function readAddress(params: ArticlePageProps['params']) {
  const { locale, slug } = await preparePage(params);
  const article = await getPublishedArticle(decodeSegment(slug));
  if (!article) notFound();
  return { locale, article };
}

export async function generateMetadata({ params }: ArticlePageProps): Promise<Metadata> {
  const { locale, article } = await readAddress(params);
  return buildArticleMetadata(getConfig(), article, locale);
}

export default async function ArticlePage({ params }: ArticlePageProps) {
  const { locale, article } = await readAddress(params);
  const [neighbours, related] = await Promise.all([
    findNeighbours(article.slug),
    listRelatedArticles(article.slug, relatedCount),
  ]);
  const config = getConfig();
  const language = getTextLanguage(article.language, locale);
  return (
    <ReaderPage path={buildArticlePath(article.slug)} zoneAt={article.publishedAt}>
      {/* Sizes are asked of the column, not of the window: with larger text there is less room. */}
      <div className="@container">
        <div className="grid grid-cols-1 gap-x-16 gap-y-10 @[58rem]:grid-cols-[minmax(0,var(--measure))_minmax(13rem,1fr)]">
          <div className="max-w-(--measure)">
            <article data-story={article.slug} data-source={article.sourceName ?? undefined}>
              <ArticleHead article={article} language={language} />
              <ArticleBody html={article.bodyHtml} language={language} />
              <TagList tags={article.tags} />
              <PrintedAddress
                url={buildAbsoluteUrl(config.siteUrl, buildPath(locale, buildArticlePath(article.slug)))}
              />
            </article>
            <ShareRow
              title={article.title}
              sourceName={article.sourceName}
              sourceUrl={article.sourceUrl}
              url={buildAbsoluteUrl(config.siteUrl, buildShortPath(article.shareCode))}
            />
          </div>
          <div className="grid content-start gap-y-8 @[58rem]:sticky @[58rem]:top-6 @[58rem]:self-start">
            <Neighbours category={article.category?.name ?? ''} {...neighbours} />
            <RelatedStories items={related} />
          </div>
        </div>
      </div>
      <JsonLd data={buildNewsArticle(config, article, locale)} />
    </ReaderPage>
  );
}
