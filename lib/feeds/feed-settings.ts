import { z } from 'zod';

/** Where a rule looks. `tag` is every category and tag that an item states, as feeds make no difference. */
export const ruleFields = ['title', 'body', 'tag', 'link'] as const;

/** Hold: wait as a draft. `tag` and `category` give the item the rule's `value`. */
export const ruleActions = ['drop', 'hold', 'tag', 'category'] as const;

export const feedKinds = ['feed', 'json'] as const;

/** Who search engines should take for the original: the portal, or the page at the source. */
export const canonicalPolicies = ['own', 'original'] as const;

/** Shortest and longest time between two polls, seconds. */
export const intervalLimits = { min: 30, max: 86_400 };

/** What fields of a post a JSON source can fill; `title` or `body` must be among them. */
export const mappedFields = ['title', 'body', 'date', 'link', 'guid', 'tags', 'category', 'digest', 'image'] as const; // prettier-ignore

/** `/…/flags` is a regular expression, everything else a text that is contained, whatever its case and width. */
const pattern = z.string().trim().min(1).max(200).refine(isPattern);

const feedRule = z
  .object({
    field: z.enum(ruleFields),
    pattern,
    action: z.enum(ruleActions),
    /** Name of the tag or category. */
    value: z.string().trim().max(100).optional(),
  })
  .refine(({ action, value }) => action === 'drop' || action === 'hold' || Boolean(value));

export type FeedRule = z.infer<typeof feedRule>;

/** An optional text of a form: empty is not stated. */
function optional(text: z.ZodType<string>) {
  return z.preprocess((value) => (value === '' || value === null ? undefined : value), text.optional());
}

export const feedSettings = z.object({
  /** For items that state none; the source's name when absent. */
  category: z
    .object({ slug: optional(z.string().trim().max(100)), name: z.string().trim().min(1).max(100) })
    .optional(),
  /** BCP 47; found by its letters when absent. */
  language: optional(z.string().trim().max(20).refine(isLanguage)),
  /** IANA zone of dates that state none; TIME_ZONE when absent. */
  timeZone: optional(z.string().trim().max(60).refine(isTimeZone)),
  /** Label of the Encoding Standard; what the server or the feed says when absent. */
  charset: optional(z.string().trim().max(40).refine(isCharset)),
  canonical: z.enum(canonicalPolicies).default('own'),
  /** In this order; the first `drop` ends it. */
  rules: z.array(feedRule).max(30).default([]),
});

export type FeedSettings = z.infer<typeof feedSettings>;

export const feedMapping = z.object({
  /** Where the list is: `data.items`; empty when the answer itself is the list. */
  items: z.string().trim().max(200).default(''),
  /** Path inside an item by field of a post: `{ title: 'headline', date: 'meta.published' }`. */
  fields: z
    .partialRecord(z.enum(mappedFields), optional(z.string().trim().max(200)))
    .default({})
    .transform((fields) => Object.fromEntries(Object.entries(fields).filter(([, path]) => path))),
});

export type FeedMapping = z.infer<typeof feedMapping>;

/** What an editor states about a source. */
export const feedForm = z.object({
  name: z.string().trim().min(1).max(100),
  url: z.string().trim().max(2000).refine(isHttpAddress),
  kind: z.enum(feedKinds).default('feed'),
  mapping: feedMapping.default({ items: '', fields: {} }),
  intervalSeconds: z.coerce.number().int().min(intervalLimits.min).max(intervalLimits.max).default(900),
  settings: feedSettings.default({ canonical: 'own', rules: [] }),
});

export type FeedForm = z.infer<typeof feedForm>;

/** Source and flags of a rule written as `/…/flags`; undefined for a plain text. */
export function readExpression(text: string): { source: string; flags: string } | undefined {
  const [, source = '', flags = ''] = /^\/(.+)\/([a-z]*)$/s.exec(text) ?? [];
  return source === '' ? undefined : { source, flags };
}

function isPattern(text: string): boolean {
  const expression = readExpression(text);
  if (!expression) return true;
  // g and y keep a position between two tests.
  if (!/^[imsu]*$/.test(expression.flags)) return false;
  return works(() => new RegExp(expression.source, expression.flags));
}

function isHttpAddress(value: string): boolean {
  return /^https?:\/\//i.test(value) && URL.canParse(value) && new URL(value).username === '';
}

function isLanguage(value: string): boolean {
  return works(() => Intl.getCanonicalLocales(value));
}

function isTimeZone(value: string): boolean {
  return works(() => new Intl.DateTimeFormat('en', { timeZone: value }));
}

function isCharset(value: string): boolean {
  return works(() => new TextDecoder(value));
}

function works(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
