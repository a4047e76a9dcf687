import type { CollectionPage, WithContext } from 'schema-dts';
import type { ArticleSummary } from '@/lib/articles/article';
import { buildPath } from '@/lib/i18n/build-path';
import type { Locale } from '@/lib/i18n/locales';
import { buildAbsoluteUrl, buildArticlePath } from './build-absolute-url';
import type { SiteFacts } from './build-page-metadata';

/** A list page as search engines see it; `path` is without language prefix, with its query. */
export interface CollectionFacts {
  name: string;
  path: string;
  items: readonly ArticleSummary[];
}

/** schema.org CollectionPage of a list of stories, with the stories in their order. */
export function buildCollection(
  site: SiteFacts,
  locale: Locale,
  { name, path, items }: CollectionFacts,
): WithContext<CollectionPage> {
  const locate = (own: string) => buildAbsoluteUrl(site.siteUrl, buildPath(locale, own));
  return {
    '@context': 'https://schema.org',
    '@type': 'CollectionPage',
    name,
    url: locate(path),
    inLanguage: locale,
    isPartOf: { '@type': 'WebSite', name: site.siteTitle, url: locate('/') },
    mainEntity: {
      '@type': 'ItemList',
      itemListOrder: 'https://schema.org/ItemListOrderDescending',
      itemListElement: items.map(({ slug }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        url: locate(buildArticlePath(slug)),
      })),
    },
  };
}
