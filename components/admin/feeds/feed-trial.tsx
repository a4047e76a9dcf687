'use client';

import { useTranslations } from 'next-intl';
import { z } from 'zod';
import { useTimeText } from '../use-time-text';

const outcomes = ['kept', 'held', 'dropped', 'rejected'] as const;

/** The answer of `/api/feeds/test`. */
export const trialSchema = z.object({
  title: z.string().nullable(),
  counts: z.record(z.enum(outcomes), z.number()),
  items: z.array(
    z.object({
      outcome: z.enum(outcomes),
      title: z.string().nullable(),
      publishedAt: z.string().nullable(),
      category: z.string().nullable(),
      tags: z.array(z.string()),
      link: z.string().nullable(),
      excerpt: z.string(),
    }),
  ),
});

export type Trial = z.infer<typeof trialSchema>;

/** What a test of a source has shown: its first items as they would come in. */
export function FeedTrial({ trial }: { trial: Trial }) {
  const t = useTranslations('admin.feeds');
  const total = Object.values(trial.counts).reduce((sum, count) => sum + count, 0);
  return (
    <section role="status" className="grid gap-3 border-t border-ink pt-3 text-sm">
      <h2 className="font-serif text-lg font-bold">{t('testResult')}</h2>
      {trial.title && <p>{t('testOf', { title: trial.title })}</p>}
      <p>
        <span className="me-4 font-semibold">{t('testFound', { count: total })}</span>
        {total > 0 && t('testCounts', trial.counts)}
      </p>
      {total > trial.items.length && (
        <p className="text-muted">{t('testShown', { count: trial.items.length })}</p>
      )}
      <ol className="grid">
        {trial.items.map((item, at) => (
          <TrialItem key={at} item={item} />
        ))}
      </ol>
    </section>
  );
}

const outcomeLooks = {
  kept: 'text-done',
  held: 'text-caution',
  dropped: 'text-muted',
  rejected: 'text-danger',
} as const;

function TrialItem({ item }: { item: Trial['items'][number] }) {
  const t = useTranslations('admin.feeds');
  const timeText = useTimeText();
  const { outcome, title, publishedAt, category, tags, link, excerpt } = item;
  return (
    <li className="grid gap-1 border-b border-hairline py-3">
      <p className="font-serif text-base">
        {link?.startsWith('http') ? (
          <a
            href={link}
            target="_blank"
            rel="noreferrer"
            className="hover:text-accent hover:underline max-md:inline-block max-md:py-2.5"
          >
            {title ?? t('noTitle')}
          </a>
        ) : (
          (title ?? t('noTitle'))
        )}
      </p>
      <p className="flex flex-wrap gap-x-4 text-xs text-muted">
        <span className={outcomeLooks[outcome]}>{t(`outcome.${outcome}`)}</span>
        <span>{publishedAt ? timeText(publishedAt) : t('noDate')}</span>
        {category && <span>{category}</span>}
        {tags.length > 0 && <span>{tags.join(' · ')}</span>}
      </p>
      {excerpt && <p className="text-muted">{excerpt}</p>}
    </li>
  );
}
