import { z } from 'zod';
import type { FeedItem } from './feed-item';
import { keepStated } from './keep-stated';

const text = z.string().nullish().catch(null);
const author = z.object({ name: text }).nullish().catch(null);
const attachment = z.object({ url: text, mime_type: text });

const itemSchema = z.object({
  id: z
    .union([z.string(), z.number().transform(String)])
    .nullish()
    .catch(null),
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  image: text,
  banner_image: text,
  date_published: text,
  date_modified: text,
  author,
  authors: z.array(author).nullish().catch(null),
  tags: z.array(z.unknown()).nullish().catch(null),
  language: text,
  attachments: z.array(attachment).nullish().catch(null),
});

const feedSchema = z.object({
  title: text,
  home_page_url: text,
  language: text,
  items: z.array(z.unknown()).catch([]),
});

/** jsonfeed.org, versions 1 and 1.1. */
export function isJsonFeed(source: string): boolean {
  return (
    /^\s*\{/.test(source) && source.includes('jsonfeed.org/version/') && parseJsonFeed(source) !== undefined
  );
}

/** The feed with items that are not looked at yet; undefined when it is none. */
export function parseJsonFeed(source: string): z.infer<typeof feedSchema> | undefined {
  try {
    const json: unknown = JSON.parse(source);
    const { success, data } = z
      .looseObject({ version: z.string().includes('jsonfeed.org/version/') })
      .safeParse(json);
    return success ? feedSchema.safeParse(data).data : undefined;
  } catch {
    return undefined;
  }
}

/** An item's fields and body; undefined when it is no item. */
export function readJsonFeedItem(unknownItem: unknown): FeedItem | undefined {
  const { data: item } = itemSchema.safeParse(unknownItem);
  if (!item) return undefined;
  const isHtml = Boolean(item.content_html?.trim());
  const full = isHtml ? item.content_html : item.content_text;
  const image = item.attachments?.find(({ mime_type: type }) => type?.startsWith('image/'));
  const fields = {
    title: item.title,
    date: item.date_published ?? item.date_modified,
    updated: item.date_modified,
    link: item.url ?? item.external_url,
    guid: item.id,
    tag: item.tags?.filter((tag) => typeof tag === 'string'),
    author: item.authors?.find((person) => person?.name)?.name ?? item.author?.name,
    digest: full ? item.summary : null,
    image: item.image ?? item.banner_image ?? image?.url,
    language: item.language,
  };
  return {
    fields: keepStated(fields),
    body: full ?? item.summary ?? '',
    bodyFormat: isHtml ? 'html' : 'text',
  };
}
