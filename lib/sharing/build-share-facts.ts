import type { ArticleSummary } from '@/lib/articles/article';
import type { Locale } from '@/lib/i18n/locales';
import { buildDescription } from './build-description';
import type { SiteFacts } from './build-page-metadata';
import { buildCardUrl } from './card/build-card-url';

/** What WeChat and QQ read from the page itself. */
export interface ShareFacts {
  name: string;
  description: string;
  /** The card, absolute. */
  image: string;
}

/** Title, plain description and card of an article. */
export function buildShareFacts(
  site: SiteFacts,
  article: ArticleSummary & { bodyText: string },
  locale: Locale,
): ShareFacts {
  return {
    name: article.title,
    description: buildDescription(article.digest ?? article.bodyText),
    image: buildCardUrl(site, locale, article),
  };
}
