import type { SearchAction, WebSite, WithActionConstraints, WithContext } from 'schema-dts';
import { buildPath } from '@/lib/i18n/build-path';
import type { Locale } from '@/lib/i18n/locales';
import { buildAbsoluteUrl } from './build-absolute-url';
import type { SiteFacts } from './build-page-metadata';

/** schema.org WebSite of the portal, with the address of its search; for the front page. */
export function buildWebsite(site: SiteFacts, locale: Locale, description: string): WithContext<WebSite> {
  const search: WithActionConstraints<SearchAction> = {
    '@type': 'SearchAction',
    target: {
      '@type': 'EntryPoint',
      urlTemplate: `${buildAbsoluteUrl(site.siteUrl, buildPath(locale, '/search'))}?q={search_term_string}`,
    },
    'query-input': 'required name=search_term_string',
  };
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: site.siteTitle,
    url: buildAbsoluteUrl(site.siteUrl, buildPath(locale, '/')),
    description,
    inLanguage: locale,
    potentialAction: search,
  };
}
