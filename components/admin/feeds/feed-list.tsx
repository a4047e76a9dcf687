import { getTranslations } from 'next-intl/server';
import type { Feed } from '@/lib/feeds/feed';
import { describeError } from '@/lib/i18n/describe-error';
import { formatDateTime } from '@/lib/i18n/format-date';
import type { Locale } from '@/lib/i18n/locales';
import { cellClass, headClass, TableFrame } from '../table-frame';
import { FeedPause } from './feed-pause';
import { getFeedState, stateLooks } from './feed-state';
import { splitSpan } from './split-span';

interface FeedListProps {
  locale: Locale;
  timeZone: string;
  feeds: Feed[];
}

/** All sources: how each is doing, in words. */
export async function FeedList({ locale, timeZone, feeds }: FeedListProps) {
  const t = await getTranslations({ locale, namespace: 'admin.feeds' });
  const columns = ['source', 'state', 'lastItem', 'next', 'actions'] as const;
  return (
    <TableFrame label={t('table')}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className={headClass}>
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {feeds.map((feed) => (
          <FeedRow key={feed.id} locale={locale} timeZone={timeZone} feed={feed} />
        ))}
      </tbody>
    </TableFrame>
  );
}

async function FeedRow({ locale, timeZone, feed }: Omit<FeedListProps, 'feeds'> & { feed: Feed }) {
  const t = await getTranslations({ locale, namespace: 'admin.feeds' });
  const { id, name, url, lastError, lastItemAt, lagSeconds, nextPollAt, pausedAt } = feed;
  const state = getFeedState(feed);
  const span = (seconds: number) => {
    const { unit, count } = splitSpan(seconds);
    return t(`span.${unit}`, { count });
  };
  return (
    <tr>
      <th scope="row" className={`${cellClass} min-w-44 font-normal`}>
        <a
          href={`/admin/feeds/${id}`}
          className="inline-block text-accent underline underline-offset-4 max-md:py-2.5"
        >
          {name}
        </a>
        <p className="text-xs text-muted">{new URL(url).host}</p>
      </th>
      <td className={`${cellClass} min-w-44`}>
        <p className={stateLooks[state]}>{t(`state.${state}`)}</p>
        {lastError && <p className="text-xs text-muted">{describeError(lastError, locale)}</p>}
      </td>
      <td className={`${cellClass} whitespace-nowrap`}>
        {lastItemAt ? (
          <time dateTime={lastItemAt.toISOString()}>{formatDateTime(lastItemAt, timeZone)}</time>
        ) : (
          <span className="text-muted">{t('noItem')}</span>
        )}
        {lagSeconds !== null && <p className="text-xs text-muted">{t('lag', { span: span(lagSeconds) })}</p>}
      </td>
      <td className={`${cellClass} whitespace-nowrap`}>
        {!pausedAt && <time dateTime={nextPollAt.toISOString()}>{formatDateTime(nextPollAt, timeZone)}</time>}
        <p className="text-xs text-muted">{t('every', { span: span(feed.intervalSeconds) })}</p>
      </td>
      <td className={cellClass}>
        <FeedPause id={id} name={name} isPaused={pausedAt !== null} />
      </td>
    </tr>
  );
}
