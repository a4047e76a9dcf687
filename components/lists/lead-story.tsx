import { TimeStamp } from '@/components/ui/time-stamp';
import type { ArticleSummary } from '@/lib/articles/article';
import { getOrigin } from './get-origin';
import { OtherReports } from './other-reports';
import { StoryDigest } from './story-digest';
import { StoryLink } from './story-link';

/** The newest story, set large. */
export function LeadStory({ story }: { story: ArticleSummary }) {
  return (
    <article className="pb-5">
      <h3>
        <StoryLink story={story} className="headline block py-1 text-xl font-bold lg:text-2xl" />
      </h3>
      <StoryDigest story={story} className="mt-2 line-clamp-3 text-base text-muted" />
      <p className="flex flex-wrap gap-x-3 pt-2 text-xs text-faint">
        <TimeStamp date={story.publishedAt} />
        <span>{getOrigin(story)}</span>
      </p>
      <OtherReports story={story} />
    </article>
  );
}
