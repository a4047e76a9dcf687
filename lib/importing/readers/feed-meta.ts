import { z } from 'zod';
import { isJsonFeed, parseJsonFeed } from './json-feed';
import { readHtmlLine } from './xml/html-line';
import { readRecords } from './xml/read-records';
import { findText, type XmlElement } from './xml/xml-element';

/** What a feed says about itself; null is "not stated". */
export interface FeedMeta {
  title: string | null;
  /** The page that the feed belongs to, absolute where that can be told. */
  link: string | null;
  language: string | null;
  /** How long the feed asks to be left alone, in seconds. */
  ttlSeconds: number | null;
}

const period: Readonly<Record<string, number>> = {
  hourly: 3600,
  daily: 86_400,
  weekly: 604_800,
  monthly: 2_592_000,
  yearly: 31_536_000,
};

/** What a feed of any kind says about itself; all null when the text is no feed. Never throws. */
export function readFeedMeta(text: string): FeedMeta {
  if (isJsonFeed(text)) {
    const { title, home_page_url: link, language } = parseJsonFeed(text) ?? {};
    return { title: title ?? null, link: link ?? null, language: language ?? null, ttlSeconds: null };
  }
  return new FeedMetaReader().readAll(text);
}

/** Gathers it while the items are read; in RSS 1.0 and in files that are not tidy it may stand behind them. */
export class FeedMetaReader {
  private readonly said = new Map<string, XmlElement>();
  private channel: XmlElement | undefined;

  addChannel(channel: XmlElement): void {
    this.channel ??= channel;
  }

  add(element: XmlElement): void {
    const isOther =
      /^(?:atom:)?link$/.test(element.name) && !/^(?:alternate)?$/.test(element.attributes['rel'] ?? '');
    if (!isOther && !this.said.has(element.name)) this.said.set(element.name, element);
  }

  readAll(text: string): FeedMeta {
    for (const { kind, element } of readRecords(text)) {
      if (kind === 'meta') this.add(element);
      else if (kind === 'channel') this.addChannel(element);
    }
    return this.build();
  }

  get link(): string {
    const link = this.said.get('link') ?? this.said.get('atom:link');
    const stated = link?.text.trim() || link?.attributes['href'] || '';
    const base = link?.base || this.channel?.base;
    return URL.parse(stated, base || undefined)?.href ?? '';
  }

  /** As a field of its items, where it is stated. */
  get language(): { language?: string } {
    const language = this.find('language', 'dc:language') ?? this.channel?.attributes['xml:lang'];
    return language ? { language } : {};
  }

  build(): FeedMeta {
    const title = this.find('title', 'atom:title', 'dc:title');
    return {
      title: title ? readHtmlLine(title) : null,
      link: this.link || null,
      language: this.language.language ?? null,
      ttlSeconds: this.readTtl(),
    };
  }

  private find(...names: string[]): string | null {
    const children = [...this.said.values()];
    return this.channel ? findText({ ...this.channel, children }, ...names) : null;
  }

  /** RSS 2.0 counts in minutes; the syndication module says how often in which time. */
  private readTtl(): number | null {
    const minutes = z.coerce.number().positive().max(525_600).safeParse(this.find('ttl'));
    if (minutes.success) return Math.round(minutes.data * 60);
    const seconds = period[this.find('sy:updateperiod')?.toLowerCase() ?? ''];
    const times = z.coerce.number().min(1).safeParse(this.find('sy:updatefrequency'));
    return seconds ? Math.round(seconds / (times.success ? times.data : 1)) : null;
  }
}
