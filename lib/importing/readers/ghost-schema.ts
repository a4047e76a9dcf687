import { z } from 'zod';

const text = z.string().nullish().catch(null);
const id = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(null);
/** Ghost before version 1 kept times in milliseconds. */
const time = z.union([z.string(), z.number().min(0).max(8e15).transform((at) => new Date(at).toISOString())]).nullish().catch(null); // prettier-ignore
const list = z.array(z.unknown()).catch([]);

/** The migration format puts the record one level deeper, beside the address it came from. */
function unwrap(value: unknown): unknown {
  const wrapped = z.object({ url: text, data: z.looseObject({}) }).safeParse(value).data;
  return wrapped ? { url: wrapped.url, ...wrapped.data } : value;
}

const named = z.preprocess(unwrap, z.looseObject({ id, name: text, slug: text }));

const post = z.object({
  id,
  uuid: id,
  title: text,
  slug: text,
  url: text,
  html: text,
  lexical: text,
  mobiledoc: text,
  markdown: text,
  feature_image: text,
  image: text,
  status: text,
  type: text,
  published_at: time,
  created_at: time,
  updated_at: time,
  custom_excerpt: text,
  meta_description: text,
  canonical_url: text,
  locale: text,
  language: text,
  author_id: id,
  author: named.nullish().catch(null),
  primary_author: named.nullish().catch(null),
  authors: list,
  tags: list,
});

export const ghostPost = z.preprocess(unwrap, post);
export type GhostPost = z.infer<typeof post>;

/** A tag or an author. */
export const ghostNamed = named;
export type GhostNamed = z.infer<typeof named>;

const relation = z.object({
  post_id: id,
  tag_id: id,
  author_id: id,
  user_id: id,
  sort_order: z.number().catch(0),
});

const data = z.object({
  posts: z.array(z.unknown()),
  tags: list,
  users: list,
  posts_tags: z.array(relation).catch([]),
  posts_authors: z.array(relation).catch([]),
});
export type GhostData = z.infer<typeof data>;

const inData = z.object({ data });
const inDatabase = z.object({ db: z.array(z.unknown()) });

/** The tables of an export, in whichever of its shapes; undefined when the text is none. */
export function parseGhost(source: string): GhostData | undefined {
  try {
    const json: unknown = JSON.parse(source);
    const [first] = inDatabase.safeParse(json).data?.db ?? [];
    return inData.safeParse(first ?? json).data?.data ?? data.safeParse(json).data;
  } catch {
    return undefined;
  }
}
