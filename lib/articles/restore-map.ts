import { z } from 'zod';

/** Version of the map and of the manifest; a reader refuses what is newer. */
export const exportFormat = 1;

const time = z.iso.datetime().transform((text) => new Date(text));
const status = z.enum(['draft', 'scheduled', 'published', 'withdrawn']);
const text = z.string().max(20_000);
const http = z.string().max(20_000).regex(/^https?:\/\/[^\s]+$/i).refine((address) => URL.canParse(address)); // prettier-ignore
const number64 = z
  .string()
  .regex(/^-?\d{1,18}$|^-?[1-8]\d{18}$|^-?9[01]\d{17}$|^-?92[01]\d{16}$|^-?922[0-2]\d{15}$/);
const offset = z.int().min(-1440).max(1440);
const guesses = z.array(z.enum(['title', 'publishedAt'])).max(10);

const mention = z.object({
  market: z.string().min(1).max(20),
  code: z.string().min(1).max(40),
  name: z.string().max(200),
  kind: z.enum(['stock', 'sector']),
  count: z.int().min(1).max(1_000_000),
});

/** A former state of an article. Without `body_html` its body was that of the article itself. */
const revision = z.object({
  content_hash: z.string().regex(/^[0-9a-f]{64}$/),
  created_at: time,
  editor_id: z.string().max(100).nullable(),
  /** What wrote over it: the origin of an import. */
  origin: z.string().max(40).nullable(),
  title: text,
  digest: text.nullable(),
  body_html: z.string().optional(),
  source_name: text.nullable(),
  source_url: http.nullable(),
  image_url: http.nullable(),
  canonical_url: http.nullable(),
  published_at: time,
  zone_offset: offset,
  status,
  language: z.string().min(2).max(35),
  guessed_fields: guesses,
  category: z.object({ slug: z.string().min(1).max(120), name: z.string().min(1).max(200) }).nullable(),
  deleted_at: time.nullable(),
  updated_at: time.nullable(),
  fingerprint: number64.nullable(),
  tags: z.array(z.string().min(1).max(200)).max(100),
  mentions: z.array(mention).max(5000),
});

const link = z.object({
  /** Two characters: the front page is no article's. */
  path: z.string().min(2).max(600),
  kind: z.enum(['permalink', 'source', 'share', 'build-date', 'slug', 'hand']),
  created_at: time,
});

/**
 * The map `finews` in the front matter of an exported post: what an article is besides what people read. Bounded, and
 * nothing in it is believed that could lead outside: addresses are http(s), slugs have neither dots nor slashes.
 */
export const restoreMap = z.object({
  format: z.literal(exportFormat),
  identity_key: z.string().min(1).max(400).regex(/^[^\u0000-\u001f\u007f]+$/), // prettier-ignore
  slug: z.string().max(200).regex(/^[\p{L}\p{M}\p{N}_-]+$/u), // prettier-ignore
  status,
  deleted_at: time.nullable(),
  published_at: time,
  zone_offset: offset,
  created_at: time,
  updated_at: time,
  language: z.string().min(2).max(35),
  guessed_fields: guesses,
  image_url: http.nullable(),
  canonical_url: http.nullable(),
  fingerprint: number64.nullable(),
  share: z
    .object({
      code: z.string().regex(/^[0-9A-Za-z]{4,32}$/),
      visits: z.int().min(0).max(2_000_000_000),
      last_visit_at: time.nullable(),
      created_at: time,
    })
    .nullable(),
  links: z.array(link).max(10_000),
  mentions: z.array(mention).max(5000),
  revisions: z.array(revision).max(10_000),
});

/** As it stands in a file: times as ISO 8601. */
export type RestoreMapText = z.input<typeof restoreMap>;
export type RestoreMap = z.output<typeof restoreMap>;
export type RevisionText = RestoreMapText['revisions'][number];
