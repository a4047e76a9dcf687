import { useLocale, useTranslations } from 'next-intl';
import { SectionTitle } from '@/components/ui/section-title';
import { TextLink } from '@/components/ui/text-link';
import type { CategoryBlock } from '@/lib/articles/article';
import { buildPath } from '@/lib/i18n/build-path';
import { findFloor } from '@/lib/live/live-page';
import { buildCategoryPath } from '@/lib/sharing/build-absolute-url';
import { StoryLink } from './story-link';

interface CategoryBlocksProps {
  blocks: CategoryBlock[];
  /** Under which ids each is known. */
  anchors: string[][];
  length: number;
}

/** Every category with its newest headlines, at most `length`. */
export function CategoryBlocks({ blocks, anchors, length }: CategoryBlocksProps) {
  const t = useTranslations('reader');
  return (
    // Laid out when it comes near: as long as the stream, and far below it. The room at the sides is for focus outlines.
    <section
      aria-labelledby="by-category"
      className="-mx-4 px-4 pt-10 [contain-intrinsic-size:auto_150rem] [content-visibility:auto] print:[content-visibility:visible]"
    >
      <SectionTitle id="by-category">{t('byCategory')}</SectionTitle>
      <div className="grid grid-cols-1 gap-x-10 gap-y-6 md:grid-cols-2 lg:grid-cols-3">
        {blocks.map((block, index) => (
          <Block key={block.category.slug} block={block} anchors={anchors[index] ?? []} length={length} />
        ))}
      </div>
    </section>
  );
}

interface BlockProps {
  block: CategoryBlock;
  anchors: string[];
  length: number;
}

function Block({ block: { category, items }, anchors, length }: BlockProps) {
  const t = useTranslations('reader');
  const href = buildPath(useLocale(), buildCategoryPath(category.slug));
  const [anchor, ...others] = anchors;
  return (
    <section
      id={anchor}
      className="scroll-mt-4"
      data-live-block={category.slug}
      data-live-floor={findFloor(items, items.length === length)}
    >
      {others.map((id) => (
        <span key={id} id={id} />
      ))}
      <h3 className="text-base font-semibold text-accent">
        <a href={href} className="flex min-h-11 items-center hover:underline">
          {category.name}
        </a>
      </h3>
      <ul className="border-b border-hairline">
        {items.map((story) => (
          <li key={story.slug} className="border-t border-hairline">
            <StoryLink story={story} className="block py-2.5 text-sm" />
          </li>
        ))}
      </ul>
      <TextLink href={href} className="text-xs">
        {t('moreOf', { name: category.name })}
      </TextLink>
    </section>
  );
}
