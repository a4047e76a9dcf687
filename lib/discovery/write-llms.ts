import { createTranslator } from 'use-intl/core';
import type { Config } from '@/lib/config/config';
import { loadMessages } from '@/lib/i18n/messages';

/**
 * llms.txt: what the site is and how programs read it, in the portal's language. Source: llmstxt.org (a title, a quoted
 * summary, notes, then lists of links). `example`: path of a story, where there is one.
 */
export function writeLlms(
  { siteUrl, siteTitle, timeZone, defaultLocale }: Config,
  example: string | undefined,
): string {
  const messages = loadMessages(defaultLocale);
  const t = createTranslator({ locale: defaultLocale, messages, namespace: 'syndication.llms' });
  const link = (name: string, path: string) => `- [${name}](${siteUrl}${path})`;
  const address = `${siteUrl}${example ?? '/articles/…'}.md`;
  return [
    `# ${siteTitle.replace(/\s+/g, ' ')}`,
    `> ${t('summary', { title: siteTitle })}`,
    `${t('reading', { example: address, zone: timeZone })}\n\n${t('rights')}`,
    `## ${t('lists')}`,
    [
      link(t('front'), '/'),
      link(t('categories'), '/category'),
      link(t('stocks'), '/stocks'),
      link(t('archive'), '/archive'),
      link(t('search'), '/search'),
    ].join('\n'),
    `## ${t('feeds')}`,
    [link('RSS', '/feed.xml'), link('Atom', '/atom.xml'), link('JSON Feed', '/feed.json')].join('\n'),
    t('scopes'),
    `## ${t('programs')}`,
    [
      link(t('api'), '/api/articles'),
      link(t('sitemap'), '/sitemap.xml'),
      link(t('newsSitemap'), '/news-sitemap.xml'),
    ].join('\n'),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}
