import { useTranslations } from 'next-intl';
import { TimeStamp } from '@/components/ui/time-stamp';
import type { ArticleSummary } from '@/lib/articles/article';
import { countOtherOutlets } from './count-other-outlets';
import { getOrigin } from './get-origin';
import { StoryLink } from './story-link';

interface OtherReportsProps {
  story: ArticleSummary;
  /** Opened for the reader who came for one of them. */
  open?: boolean;
}

/** "+4 outlets" under a story's headline; open, all of them with their time and their own headline. */
export function OtherReports({ story, open = false }: OtherReportsProps) {
  const t = useTranslations('groups');
  const { others = [] } = story;
  if (others.length === 0) return null;
  return (
    <details className="text-xs" open={open}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-accent underline-offset-4 hover:underline">
        {t('more', { count: countOtherOutlets(story) })}
        <span className="sr-only">{t('moreSpoken')}</span>
      </summary>
      <ul className="border-s-2 border-hairline ps-3 pb-2">
        {others.map((report) => (
          <li key={report.slug} className="border-t border-hairline pt-2 first:border-t-0 first:pt-0">
            <p className="flex flex-wrap gap-x-3 text-faint">
              <span>{getOrigin(report)}</span>
              <TimeStamp date={report.publishedAt} />
            </p>
            <StoryLink story={report} className="block py-2.5 text-sm" />
          </li>
        ))}
      </ul>
    </details>
  );
}
