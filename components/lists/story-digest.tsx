import { useLocale } from 'next-intl';
import type { ArticleSummary } from '@/lib/articles/article';
import { getTextLanguage } from '@/lib/i18n/get-text-language';

/** The digest under a headline, in the language of the story; nothing where the story has none. */
export function StoryDigest({ story, className }: { story: ArticleSummary; className: string }) {
  const locale = useLocale();
  if (story.digest === null) return null;
  return (
    <p lang={getTextLanguage(story.language, locale)} className={className}>
      {story.digest}
    </p>
  );
}
