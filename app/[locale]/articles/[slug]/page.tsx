import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ArticleBody } from '@/components/article/article-body';
import { ArticleHead } from '@/components/article/article-head';
import { JsonLd } from '@/components/article/json-ld';
import { Neighbours } from '@/components/article/neighbours';
import { PrintedAddress } from '@/components/article/printed-address';
import { OtherOutlets } from '@/components/article/other-outlets';
import { RelatedStories } from '@/components/article/related-stories';
import { ShareRow } from '@/components/article/share-row';
import { ShareTags } from '@/components/article/share-tags';
import { TagList } from '@/components/article/tag-list';
import type { Article } from '@/lib/articles/article';
import { findLastChange } from '@/lib/articles/article-history-store';
import { StockChips } from '@/components/stocks/stock-chips';
import { linkStocks } from '@/lib/articles/article-body/link-stocks';
import { cacheTag } from '@/lib/articles/article-cache';
import { findNeighbours, findPublishedArticle, listRelatedArticles } from '@/lib/articles/article-store';
import { findOwnScript, showInScript } from '@/lib/articles/show-in-script';
import { showNames } from '@/lib/articles/show-names';
import { getConfig } from '@/lib/config/config';
import { buildPath } from '@/lib/i18n/build-path';
import { getChineseScript } from '@/lib/i18n/chinese-script';
import { listOtherReports } from '@/lib/groups/story-group-store';
import { getTextLanguage } from '@/lib/i18n/get-text-language';
import type { Locale } from '@/lib/i18n/locales';
import { preparePage } from '@/lib/i18n/prepare-page';
import {
  buildAbsoluteUrl,
  buildArticlePath,
  buildCategoryPath,
  buildShortPath,
  buildStockPath,
} from '@/lib/sharing/build-absolute-url';
import { buildArticleMetadata } from '@/lib/sharing/build-article-metadata';
import { buildBreadcrumbs, type Crumb } from '@/lib/sharing/build-breadcrumbs';
import { buildNewsArticle } from '@/lib/sharing/build-news-article';
import { buildShareFacts } from '@/lib/sharing/build-share-facts';
import { decodeSegment } from '../../decode-segment';
import { ReaderPage } from '../../reader-page';

const relatedCount = 6;

interface ArticlePageProps {
  params: Promise<{ locale: string; slug: string }>;
}

/** Head and body of one render show the same article. */
const getShownArticle = cache(async (locale: Locale, slug: string) => {
  const original = await findPublishedArticle(slug);
  if (!original) return undefined;
  const tags = await showNames(locale, original.tags);
  const article = { ...(await showInScript(locale, original)), tags: tags.map(({ name }) => name) };
  const script = findOwnScript(original);
  const isConverted = script !== undefined && script !== (getChineseScript(locale) ?? script);
  return { article, tags, originalScript: isConverted ? script : undefined };
});
const getLastChange = cache(findLastChange);

async function readAddress(params: ArticlePageProps['params']) {
  const { locale, slug } = await preparePage(params);
  const shown = await getShownArticle(locale, decodeSegment(slug));
  if (!shown) notFound();
  return { locale, ...shown };
}

export async function generateMetadata({ params }: ArticlePageProps): Promise<Metadata> {
  const { locale, article } = await readAddress(params);
  return buildArticleMetadata(getConfig(), article, locale, await getLastChange(article.slug));
}

export default async function ArticlePage({ params }: ArticlePageProps) {
  const { locale, article, tags, originalScript } = await readAddress(params);
  const [changedAt, ...around] = await Promise.all([
    getLastChange(article.slug),
    findNeighbours(article.slug),
    listRelatedArticles(article.slug, relatedCount),
    listOtherReports(article.slug),
  ]);
  const [neighbours, related, reports] = await showInScript(locale, around);
  const config = getConfig();
  const language = getTextLanguage(article.language, locale);
  return (
    <ReaderPage
      path={buildArticlePath(article.slug)}
      zoneAt={article.publishedAt}
      live={{ topics: [cacheTag.article(article.slug)], article: article.slug }}
    >
      <ShareTags {...buildShareFacts(config, article, locale)} />
      {/* Sizes are asked of the column, not of the window: with larger text there is less room. */}
      <div className="@container">
        <div className="grid grid-cols-1 gap-x-16 gap-y-10 @[58rem]:grid-cols-[minmax(0,var(--measure))_minmax(13rem,1fr)]">
          <div className="max-w-(--measure)">
            <article data-story={article.slug} data-source={article.sourceName ?? undefined}>
              <ArticleHead
                article={article}
                language={language}
                originalScript={originalScript}
                changedAt={changedAt}
              />
              <ArticleBody
                html={linkStocks(article.bodyHtml, (id) => buildPath(locale, buildStockPath(id)))}
                language={language}
              />
              <StockChips stocks={article.stocks} />
              <TagList tags={tags} />
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
            <OtherOutlets reports={reports} />
            <Neighbours category={article.category?.name ?? ''} {...neighbours} />
            <RelatedStories items={related} />
          </div>
        </div>
      </div>
      <JsonLd data={buildNewsArticle(config, article, locale, changedAt)} />
      <JsonLd data={buildBreadcrumbs(config, locale, listCrumbs(article))} />
    </ReaderPage>
  );
}

function listCrumbs({ slug, title, category }: Article): Crumb[] {
  const above = category ? [{ name: category.name, path: buildCategoryPath(category.slug) }] : [];
  return [...above, { name: title, path: buildArticlePath(slug) }];
}
