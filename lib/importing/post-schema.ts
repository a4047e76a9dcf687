import { z } from 'zod';

const maxLength = 5000;

/** Text of one line, or null. Lists and maps where text should stand are no text. */
const line = z.preprocess(
  (value) =>
    typeof value === 'string' ? value.slice(0, maxLength).replace(/\s+/gu, ' ').trim() || null : null,
  z.string().nullable(),
);

/** A list of words; one word may stand without a list. Null when there is none. */
const words = z.preprocess((value) => {
  const items: unknown[] = Array.isArray(value) ? value : [value];
  const texts = items.filter((item) => typeof item === 'string').map((item) => item.slice(0, maxLength).trim()).filter(Boolean); // prettier-ignore
  return texts.length > 0 ? texts.slice(0, 100) : null;
}, z.array(z.string()).nullable());

const flag = z.preprocess(
  (value) =>
    typeof value === 'boolean'
      ? value
      : typeof value === 'string'
        ? /^(?:true|yes|on|1)$/i.test(value.trim())
        : null,
  z.boolean().nullable(),
);

const frontMatter = z.object({
  title: line,
  date: line,
  layout: line,
  category: words,
  categories: words,
  tag: words,
  tags: words,
  category_name: line,
  digest: line,
  description: line,
  excerpt: line,
  summary: line,
  slug: line,
  permalink: line,
  redirect_from: words,
  aliases: words,
  lang: line,
  language: line,
  locale: line,
  source: line,
  source_url: line,
  share_url: line,
  draft: flag,
  published: flag,
  guid: line,
  status: line,
  image: line,
  link: line,
  canonical_url: line,
});

/** What the front matter of a post says, typed; null is "not stated". */
export interface PostFields {
  title: string | null;
  date: string | null;
  layout: string | null;
  category: string[] | null;
  categories: string[] | null;
  tag: string[] | null;
  tags: string[] | null;
  /** Display name of the category; written by the portal's own export. */
  categoryName: string | null;
  digest: string | null;
  slug: string | null;
  permalink: string | null;
  /** Addresses at which the post could be found before. */
  formerAddresses: string[];
  language: string | null;
  sourceName: string | null;
  sourceUrl: string | null;
  shareUrl: string | null;
  /** The item's id at its source, as the source writes it. */
  guid: string | null;
  /** Address of a picture that stands for the post. */
  imageUrl: string | null;
  /** The post's own page where it came from. */
  link: string | null;
  /** What search engines should take for the original. */
  canonicalUrl: string | null;
  isDraft: boolean;
}

/** Unknown front matter (keys in lower case) to typed fields. Never throws: what has the wrong shape is not stated. */
export function parseFields(fields: Record<string, unknown>): PostFields {
  const {
    category_name,
    description,
    excerpt,
    summary,
    digest,
    redirect_from,
    aliases,
    lang,
    language,
    locale,
    ...rest
  } = frontMatter.parse(
    Object.fromEntries(Object.keys(frontMatter.shape).map((key) => [key, fields[key] ?? null])),
  );
  return {
    title: rest.title,
    date: rest.date,
    layout: rest.layout,
    category: rest.category,
    categories: rest.categories,
    tag: rest.tag,
    tags: rest.tags,
    categoryName: category_name,
    digest: digest ?? description ?? excerpt ?? summary,
    slug: rest.slug,
    permalink: rest.permalink,
    formerAddresses: [...(redirect_from ?? []), ...(aliases ?? [])],
    language: lang ?? language ?? locale,
    sourceName: rest.source,
    sourceUrl: keepHttp(rest.source_url),
    shareUrl: keepHttp(rest.share_url),
    guid: rest.guid,
    imageUrl: keepHttp(rest.image),
    link: keepHttp(rest.link),
    canonicalUrl: keepHttp(rest.canonical_url),
    isDraft:
      rest.draft === true ||
      rest.published === false ||
      /^(?:draft|pending|private|auto-draft|hold|review)$/i.test(rest.status ?? ''),
  };
}

function keepHttp(address: string | null): string | null {
  return address && /^https?:\/\/[^\s]+$/i.test(address) && URL.canParse(address) ? address : null;
}
