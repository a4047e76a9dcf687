/** Longest slug of a category, in UTF-16 units. */
const maxLength = 100;

/**
 * One form for all spellings of a category's slug, safe in an address: `TechWeb` and `Techweb` are one,
 * spaces and brackets become dashes, letters of every script stay. Never empty.
 */
export function foldCategorySlug(raw: string): string {
  const words = raw.normalize('NFKC').toLowerCase();
  const folded = words.replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-').replace(/^-|-$/g, '');
  return (
    folded.slice(0, maxLength) || `c-${Buffer.from(raw.toWellFormed()).toString('hex').slice(0, 16) || '0'}`
  );
}

/** The key under which a category's name is unique: width, case and spaces do not count. */
export function foldCategoryName(raw: string): string {
  return raw.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
}
