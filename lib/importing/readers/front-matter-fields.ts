type Fields = Record<string, unknown>;

/** Names of Hugo, Hexo and Zola, and what the front matter of a Jekyll post calls the same; the first one found counts. */
const otherNames: readonly (readonly [string, readonly string[]])[] = [
  ['date', ['publishdate', 'pubdate', 'published_at']],
  ['updated', ['lastmod', 'last_modified_at', 'modified']],
  ['permalink', ['url', 'path']],
  ['author', ['authors']],
  ['tags', ['keywords']],
  ['image', ['images', 'cover', 'featured_image', 'thumbnail', 'banner']],
];

/** Tables whose entries count as fields of the post: Hugo's `[params]`, Zola's `[taxonomies]` and `[extra]`. */
const flatTables = ['params', 'taxonomies', 'extra'];

const maxDepth = 5;

/**
 * Front matter of any static site generator with Jekyll's names: keys in lower case, scalars as strings, no prototype.
 * What is stated under Jekyll's own name wins.
 */
export function mapFrontMatter(fields: object): Fields {
  const mapped = lowerKeys(fields);
  for (const name of flatTables) {
    const table = mapped[name];
    if (isRecord(table))
      for (const [key, value] of Object.entries(lowerKeys(table)))
        if (isEmpty(mapped[key])) mapped[key] = value;
  }
  for (const [name, others] of otherNames) {
    const found = others.map((other) => mapped[other]).find((value) => !isEmpty(value));
    if (isEmpty(mapped[name]) && found !== undefined) mapped[name] = found;
  }
  return mapFlat(mapped);
}

/** Hexo nests categories (`[[one, two]]`), Hugo lists pictures, some themes keep a picture in a map of its own. */
function mapFlat(fields: Fields): Fields {
  for (const name of ['categories', 'tags']) {
    const value = fields[name];
    if (Array.isArray(value)) fields[name] = value.flat(maxDepth);
  }
  const { image } = fields;
  const first: unknown = Array.isArray(image) ? image[0] : image;
  if (first !== undefined) fields['image'] = isRecord(first) ? (first['image'] ?? first['url'] ?? first['src'] ?? null) : first; // prettier-ignore
  return fields;
}

/** Numbers and truth values as text, which is how fields are checked later; lists and maps to a small depth. */
export function toTexts(value: unknown, depth = 0): unknown {
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (depth > maxDepth) return null;
  if (Array.isArray(value)) return value.map((item) => toTexts(item, depth + 1));
  return Object.assign(
    Object.create(null),
    Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toTexts(item, depth + 1)])),
  );
}

/** `Title:` is `title:`. The result has no prototype, so no key of a file can reach one. */
export function lowerKeys(fields: object): Fields {
  const lowered: Fields = { __proto__: null };
  for (const [key, value] of Object.entries(fields)) lowered[key.toLowerCase()] ??= toTexts(value);
  return lowered;
}

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}
