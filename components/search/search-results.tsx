import { useLocale, useTranslations } from 'next-intl';
import { collapseStories } from '@/components/lists/collapse-stories';
import { getOrigin } from '@/components/lists/get-origin';
import { OtherReports } from '@/components/lists/other-reports';
import { TextLink } from '@/components/ui/text-link';
import { TimeStamp } from '@/components/ui/time-stamp';
import { buildPath } from '@/lib/i18n/build-path';
import { getTextLanguage } from '@/lib/i18n/get-text-language';
import type { SnippetPart } from '@/lib/search/build-snippet';
import { buildSearchPath, type SearchAddress } from '@/lib/search/search-address';
import type { FoundStory } from '@/lib/search/search-store';
import { buildArticlePath } from '@/lib/sharing/build-absolute-url';

/** What was found, each with the piece of text that was searched for. */
export function SearchResults({ items }: { items: FoundStory[] }) {
  const t = useTranslations('search');
  const locale = useLocale();
  return (
    <ol aria-label={t('results')} className="border-b border-hairline">
      {collapseStories(items).map((story) => (
        <li
          key={story.slug}
          lang={getTextLanguage(story.language, locale)}
          className="border-t border-hairline py-3"
        >
          <article>
            <h2>
              <a
                href={buildPath(locale, buildArticlePath(story.slug))}
                className="story-link block py-1 font-serif text-base font-semibold lg:text-lg"
              >
                <Marked parts={story.titleParts} />
              </a>
            </h2>
            <p className="pt-0.5 text-sm text-muted">
              <Marked parts={story.snippet} />
            </p>
            <p className="flex flex-wrap gap-x-3 pt-1.5 text-xs text-faint">
              <TimeStamp date={story.publishedAt} />
              <span>{getOrigin(story)}</span>
            </p>
            <OtherReports story={story} />
          </article>
        </li>
      ))}
    </ol>
  );
}

function Marked({ parts }: { parts: SnippetPart[] }) {
  return parts.map(({ text, isHit }, at) => (isHit ? <mark key={at}>{text}</mark> : text));
}

/** Links to the next page and back to the first. */
export function ResultPager({ address, next }: { address: SearchAddress; next: string | null }) {
  const t = useTranslations('search');
  const locale = useLocale();
  const isFirst = address.before === undefined;
  if (next === null && isFirst) return null;
  return (
    <nav aria-label={t('results')} className="no-print flex flex-wrap justify-between gap-x-6 pt-3 text-sm">
      {!isFirst && (
        <TextLink href={buildPath(locale, buildSearchPath({ ...address, before: undefined }))}>
          {t('first')}
        </TextLink>
      )}
      {next !== null && (
        <TextLink
          href={buildPath(locale, buildSearchPath({ ...address, before: next }))}
          rel="next"
          className="ms-auto"
        >
          {t('more')}
        </TextLink>
      )}
    </nav>
  );
}
