import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { buildPath } from '@/lib/i18n/build-path';
import { formatLongDate, formatWeekday } from '@/lib/i18n/format-date';
import { SearchBox } from '@/components/search/search-box';
import { MastheadNav } from './masthead-nav';

interface MastheadProps {
  siteTitle: string;
  /** Address of this page without language prefix. */
  path: string;
  /** Front page only: its title is the page's heading, and it carries the date. */
  today?: Date;
}

/** In two rows, of which no part moves while the page is still arriving: the ways through the site have one of their own. */
export function Masthead({ siteTitle, path, today }: MastheadProps) {
  const home = buildPath(useLocale(), '/');
  return (
    <header className="border-b border-hairline">
      <div className="frame flex flex-wrap items-end justify-between gap-x-5 pt-3 pb-1 lg:gap-x-8 lg:pt-5 lg:pb-2">
        {today ? (
          <div className="flex flex-wrap items-baseline gap-x-5">
            <h1 className="font-serif text-xl font-bold text-accent lg:text-2xl">
              <a href={home} className="inline-flex min-h-11 items-center">
                {siteTitle}
              </a>
            </h1>
            <Today date={today} />
          </div>
        ) : (
          <p className="font-serif text-lg font-bold text-accent lg:text-xl">
            <a href={home} className="inline-flex min-h-11 items-center">
              {siteTitle}
            </a>
          </p>
        )}
        {/* The search page has its own, with filters. */}
        {!path.startsWith('/search') && <MastheadSearch />}
        <MastheadNav path={path} />
      </div>
    </header>
  );
}

/** Works without script. */
function MastheadSearch() {
  const t = useTranslations('reader');
  const locale = useLocale();
  return (
    <form
      role="search"
      action={buildPath(locale, '/search')}
      className="no-print flex min-h-11 min-w-0 flex-[1_1_11rem] items-center gap-x-2 text-sm lg:w-72 lg:flex-none"
    >
      <SearchBox
        label={t('search')}
        placeholder={t('searchPlaceholder')}
        className="min-h-11 w-full min-w-0 border-b border-faint bg-transparent px-1 placeholder:text-faint"
      />
      <button type="submit" className="inline-flex min-h-11 shrink-0 cursor-pointer items-center text-accent">
        {t('search')}
      </button>
    </form>
  );
}

function Today({ date }: { date: Date }) {
  const locale = useLocale();
  const timeZone = useTimeZone() ?? 'UTC';
  const t = useTranslations('reader');
  return (
    <p className="hidden text-sm text-muted sm:block">
      {t('today', {
        date: formatLongDate(date, timeZone, locale),
        weekday: formatWeekday(date, timeZone, locale),
      })}
    </p>
  );
}
