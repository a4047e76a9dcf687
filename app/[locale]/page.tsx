import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { JsonLd } from '@/components/article/json-ld';
import { buildCategoryAnchors } from '@/components/lists/build-category-anchors';
import { CategoryBlocks } from '@/components/lists/category-blocks';
import { CategoryRail, type RailCategory } from '@/components/lists/category-rail';
import { collapseStories } from '@/components/lists/collapse-stories';
import { LeadStory } from '@/components/lists/lead-story';
import { StoryStream } from '@/components/lists/story-stream';
import { MostMentioned } from '@/components/stocks/most-mentioned';
import { SectionTitle } from '@/components/ui/section-title';
import type { CategoryBlock } from '@/lib/articles/article';
import { cacheTag } from '@/lib/articles/article-cache';
import { listCategories, listCategoryBlocks, listNewestArticles } from '@/lib/articles/article-store';
import { showInScript } from '@/lib/articles/show-in-script';
import { getConfig } from '@/lib/config/config';
import { findFloor } from '@/lib/live/live-page';
import { preparePage } from '@/lib/i18n/prepare-page';
import { buildPageMetadata } from '@/lib/sharing/build-page-metadata';
import { buildWebsite } from '@/lib/sharing/build-website';
import { listMostMentioned } from '@/lib/stocks/stock-store';
import { EmptyPortal } from './empty-portal';
import { ReaderPage } from './reader-page';

const streamLength = 40;
const digestCount = 5;
const railLength = 16;
const mentionedCount = 10;
const blockLength = 5;

interface FrontPageProps {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: FrontPageProps): Promise<Metadata> {
  const { locale } = await preparePage(params);
  const t = await getTranslations({ locale, namespace: 'reader' });
  const config = getConfig();
  const description = t('siteDescription', { title: config.siteTitle });
  return buildPageMetadata(config, { locale, path: '/', description });
}

export default async function FrontPage({ params }: FrontPageProps) {
  const { locale } = await preparePage(params);
  const found = await Promise.all([
    listNewestArticles(streamLength),
    listCategoryBlocks(blockLength),
    listCategories(),
    listMostMentioned(mentionedCount),
  ]);
  const [newest, blocks, categories, mentioned] = await showInScript(locale, found);
  // Old links say the names as they were written.
  const anchors = buildCategoryAnchors(found[1].map(({ category }) => category.name));
  const [lead, ...rest] = collapseStories(newest);
  if (!lead) return <EmptyPortal />;
  const t = await getTranslations({ locale, namespace: 'reader' });
  const config = getConfig();
  const floor = findFloor(newest, newest.length === streamLength);
  return (
    <ReaderPage path="/" withDate live={{ topics: [cacheTag.front()], floor }}>
      <div className="grid grid-cols-1 gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <section aria-labelledby="latest">
          <SectionTitle id="latest">{t('latest')}</SectionTitle>
          <LeadStory story={lead} />
          <StoryStream items={rest} digests={digestCount} />
        </section>
        <div className="lg:sticky lg:top-6 lg:self-start">
          <section aria-labelledby="categories">
            <SectionTitle id="categories">{t('categories')}</SectionTitle>
            <CategoryRail categories={pickRailCategories(blocks, categories)} />
          </section>
          {mentioned && <MostMentioned {...mentioned} />}
        </div>
      </div>
      <CategoryBlocks blocks={blocks} anchors={anchors} length={blockLength} />
      <JsonLd data={buildWebsite(config, locale, t('siteDescription', { title: config.siteTitle }))} />
    </ReaderPage>
  );
}

/** The categories that spoke last, with their size. */
function pickRailCategories(
  blocks: CategoryBlock[],
  sizes: { slug: string; count: number }[],
): RailCategory[] {
  const countBySlug = new Map(sizes.map(({ slug, count }) => [slug, count]));
  return blocks.slice(0, railLength).flatMap(({ category, items }) =>
    items.slice(0, 1).map(({ publishedAt }) => ({
      ...category,
      count: countBySlug.get(category.slug) ?? items.length,
      newestAt: publishedAt,
    })),
  );
}
