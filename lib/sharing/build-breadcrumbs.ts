import type { BreadcrumbList, WithContext } from 'schema-dts';
import { buildPath } from '@/lib/i18n/build-path';
import type { Locale } from '@/lib/i18n/locales';
import { buildAbsoluteUrl } from './build-absolute-url';
import type { SiteFacts } from './build-page-metadata';

/** One step on the way from the front page. `path` is without language prefix. */
export interface Crumb {
  name: string;
  path: string;
}

/** schema.org BreadcrumbList: where a page stands in the portal, the front page first, the page itself last. */
export function buildBreadcrumbs(
  site: SiteFacts,
  locale: Locale,
  crumbs: readonly Crumb[],
): WithContext<BreadcrumbList> {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: [{ name: site.siteTitle, path: '/' }, ...crumbs].map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: buildAbsoluteUrl(site.siteUrl, buildPath(locale, path)),
    })),
  };
}
