import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { SaveButton } from '@/components/reading/save-button';
import type { ReactNode } from 'react';
import { TimeStamp } from '@/components/ui/time-stamp';
import type { Article } from '@/lib/articles/article';
import { OriginalLink } from './original-link';
import type { ChineseScript } from '@/lib/i18n/chinese-script';
import { buildPath } from '@/lib/i18n/build-path';
import { formatDay } from '@/lib/i18n/format-date';
import { buildArchivePath, buildCategoryPath, buildChangesPath } from '@/lib/sharing/build-absolute-url';

interface ArticleHeadProps {
  article: Article;
  /** `lang` of the story's own words, where it differs from the page's. */
  language: string | undefined;
  /** The script in which it was written, where the page shows it in the other. */
  originalScript: ChineseScript | undefined;
  /** When its readers last saw a change. */
  changedAt: Date | undefined;
}

/** Category and time, headline, source, digest. */
export function ArticleHead({ article, language, originalScript, changedAt }: ArticleHeadProps) {
  const t = useTranslations('reader');
  return (
    <header>
      <p className="flex min-h-11 flex-wrap items-center gap-x-4 text-sm text-muted">
        {article.category && <CategoryLink category={article.category} />}
        <DayLink date={article.publishedAt} />
        <SaveButton />
      </p>
      <h1 lang={language} className="headline pt-1 font-serif text-xl font-bold md:text-2xl">
        {article.title}
      </h1>
      <SourceLine name={article.sourceName} url={article.sourceUrl}>
        {originalScript && <OriginalLink slug={article.slug} script={originalScript} />}
      </SourceLine>
      {changedAt && <ChangedLine slug={article.slug} at={changedAt} />}
      {article.digest !== null && (
        <div className="mt-4 border-y border-hairline py-4 text-base leading-[1.8] text-muted">
          <h2 className="sr-only">{t('digest')}</h2>
          <p lang={language}>{article.digest}</p>
        </div>
      )}
    </header>
  );
}

function CategoryLink({ category }: { category: { slug: string; name: string } }) {
  const href = buildPath(useLocale(), buildCategoryPath(category.slug));
  return (
    <a href={href} className="inline-flex min-h-11 items-center font-semibold text-accent hover:underline">
      {category.name}
    </a>
  );
}

/** The time of a story leads to what else was said that day. */
function DayLink({ date }: { date: Date }) {
  const locale = useLocale();
  const timeZone = useTimeZone() ?? 'UTC';
  return (
    <a
      href={buildPath(locale, buildArchivePath(formatDay(date, timeZone)))}
      className="inline-flex min-h-11 items-center hover:text-accent hover:underline"
    >
      <TimeStamp date={date} />
    </a>
  );
}

function ChangedLine({ slug, at }: { slug: string; at: Date }) {
  const t = useTranslations('changes');
  const locale = useLocale();
  return (
    <p className="flex flex-wrap items-center gap-x-4 text-sm text-muted">
      <span>
        {t('changed')} <TimeStamp date={at} />
      </span>
      <a
        href={buildPath(locale, buildChangesPath(slug))}
        rel="nofollow"
        className="no-print inline-flex min-h-11 items-center text-accent hover:underline"
      >
        {t('show')}
      </a>
    </p>
  );
}

interface SourceLineProps {
  name: string | null;
  url: string | null;
  children: ReactNode;
}

function SourceLine({ name, url, children }: SourceLineProps) {
  const t = useTranslations('reader');
  if (name === null && url === null && children === undefined) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-4 pt-3 text-sm text-muted">
      {name !== null && <span>{t('sourceLine', { name })}</span>}
      {url !== null && (
        <a
          href={url}
          rel="external noopener noreferrer nofollow"
          className="no-print inline-flex min-h-11 items-center text-accent hover:underline"
        >
          {t('sourcePage')}
        </a>
      )}
      {children}
    </p>
  );
}
