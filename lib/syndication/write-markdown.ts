import { createTranslator } from 'use-intl/core';
import type { Article } from '@/lib/articles/article';
import type { Config } from '@/lib/config/config';
import { formatIsoWithOffset } from '@/lib/i18n/format-date';
import { loadMessages } from '@/lib/i18n/messages';
import { buildAbsoluteUrl, buildArticlePath } from '@/lib/sharing/build-absolute-url';
import { convertToMarkdown } from './convert-to-markdown';
import { escapeMarkdown, writeMarkdownAddress } from './escape-markdown';
import { makeAbsoluteHtml } from './make-absolute-html';

/** An article as one Markdown file (CommonMark with tables): title, where and when it appeared, digest, text. */
export function writeMarkdown(article: Article, site: Config): string {
  const messages = loadMessages(site.defaultLocale);
  const t = createTranslator({ locale: site.defaultLocale, messages, namespace: 'syndication.markdown' });
  const url = buildAbsoluteUrl(site.siteUrl, buildArticlePath(article.slug));
  const facts: [string, string | null][] = [
    [t('source'), article.sourceName && writeLine(article.sourceName)],
    [t('published'), formatIsoWithOffset(article.publishedAt, site.timeZone)],
    [t('category'), article.category && writeLine(article.category.name)],
    [t('tags'), article.tags.map(writeLine).join(', ') || null],
    [t('page'), writeMarkdownAddress(url)],
    [t('original'), article.sourceUrl && writeMarkdownAddress(article.sourceUrl)],
  ];
  const parts = [
    `# ${writeLine(article.title)}`,
    facts.flatMap(([name, value]) => (value === null ? [] : [`- ${name}: ${value}`])).join('\n'),
    article.digest === null ? '' : `> ${writeLine(article.digest)}`,
    convertToMarkdown(makeAbsoluteHtml(article.bodyHtml, site.siteUrl, url)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function writeLine(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, ' ').trim());
}
