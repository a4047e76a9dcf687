import { useLocale } from 'next-intl';
import type { OutletReport } from '@/lib/articles/article';
import { buildPath } from '@/lib/i18n/build-path';
import { getTextLanguage } from '@/lib/i18n/get-text-language';
import { buildArticlePath } from '@/lib/sharing/build-absolute-url';

/** A headline that opens its story. */
export function StoryLink({ story, className = '' }: { story: OutletReport; className?: string }) {
  const locale = useLocale();
  return (
    <a
      href={buildPath(locale, buildArticlePath(story.slug))}
      lang={getTextLanguage(story.language, locale)}
      className={`story-link font-serif ${className}`}
    >
      {story.title}
    </a>
  );
}
