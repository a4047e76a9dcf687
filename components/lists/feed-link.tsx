import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import { buildFeedPath, feedTypes } from '@/lib/sharing/build-feed-path';

/** The feed of a list. `pagePath`: the list's own path, without language; feeds have no language versions. */
export function FeedLink({ pagePath, name }: { pagePath: string; name: string }) {
  const t = useTranslations('syndication');
  return (
    <p className="no-print text-sm">
      <TextLink href={buildFeedPath(pagePath)} type={feedTypes.rss} aria-label={t('subscribeTo', { name })}>
        {t('subscribe')}
      </TextLink>
    </p>
  );
}
