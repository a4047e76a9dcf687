import { getTranslations } from 'next-intl/server';
import type { Feed } from '@/lib/feeds/feed';
import { describeError } from '@/lib/i18n/describe-error';
import { formatDateTime } from '@/lib/i18n/format-date';
import type { Locale } from '@/lib/i18n/locales';
import { getFeedState, stateLooks } from './feed-state';
import { splitSpan } from './split-span';

interface FeedHealthProps {
  locale: Locale;
  timeZone: string;
  feed: Feed;
}

/** How a source is doing: what came last, how late, what went wrong and when it is next tried. */
export async function FeedHealth({ locale, timeZone, feed }: FeedHealthProps) {
  const t = await getTranslations({ locale, namespace: 'admin.feeds' });
  const { failures, lastError, lagSeconds } = feed;
  const state = getFeedState(feed);
  const when = (at: Date | null) => (at ? formatDateTime(at, timeZone) : t('never'));
  const span = lagSeconds === null ? null : splitSpan(lagSeconds);
  const facts: [label: string, text: string][] = [
    [t('lastItem'), feed.lastItemAt ? when(feed.lastItemAt) : t('noItem')],
    [t('lagLabel'), span ? t(`span.${span.unit}`, { count: span.count }) : '–'],
    [t('lastPoll'), when(feed.lastPollAt)],
    [t('lastSuccess'), when(feed.lastSuccessAt)],
    [t('nextPoll'), feed.pausedAt ? t('state.paused') : when(feed.nextPollAt)],
  ];
  return (
    <section className="grid gap-3">
      <h2 className="font-serif text-lg font-bold">{t('health')}</h2>
      <p className={`text-sm font-semibold ${stateLooks[state]}`}>
        {t(`state.${state}`)}
        {failures > 0 && <span className="ms-3 font-normal">{t('failedTimes', { count: failures })}</span>}
      </p>
      {lastError && <p className="text-sm">{describeError(lastError, locale)}</p>}
      <dl className="grid gap-x-6 gap-y-3 border-t border-ink pt-3 text-sm sm:grid-cols-3 lg:grid-cols-5">
        {facts.map(([label, text]) => (
          <div key={label}>
            <dt className="text-xs text-muted">{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
