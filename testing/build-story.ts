import { createHash } from 'node:crypto';
import type { ArticleInput } from '@/lib/articles/article-input';
import { markSafeHtml } from '@/lib/articles/safe-html';
import { buildArticleInput } from './build-article-input';
import { stories } from './story-fixtures';

/** An outlet's copy of one of our stories: a dateline of its own, its name, an hour of its own. */
export function buildStory(options: {
  /** `2024-03-01`, in UTC; also keeps the tests of a file apart. */
  day: string;
  outlet: string;
  about?: keyof typeof stories;
  /** Put in place of the body. */
  bodyText?: string;
  overrides?: Partial<ArticleInput>;
}): ArticleInput {
  const { day, outlet, about = 'harbour', overrides } = options;
  const story = stories[about];
  const name = `${outlet}-${about}-${day}`;
  const bodyText = options.bodyText ?? `${outlet}社3月1日电，${story.bodyText}`;
  return buildArticleInput({
    // As an id of the source: its text may change as it likes.
    identityKey: BigInt(`0x${createHash('sha256').update(name).digest('hex')}`)
      .toString()
      .slice(0, 18),
    wantedSlug: name,
    title: story.title,
    bodyText,
    bodyHtml: markSafeHtml(bodyText.split('\n').map((line) => `<p>${line}</p>`).join('')), // prettier-ignore
    sourceName: `${outlet}报`,
    category: { slug: `${outlet}bao`, name: `${outlet}报` },
    publishedAt: new Date(`${day}T0${outlet.length}:00:00Z`),
    ...overrides,
  });
}
