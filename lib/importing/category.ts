import { foldCategoryName, foldCategorySlug } from '@/lib/articles/fold-category';
import type { ImportNote } from './import-note';
import { isLanguageFolder } from './language';
import type { PostFields } from './post-schema';

export interface CategoryAndTags {
  /** `name` is null when only a slug is known. */
  category: { slug: string; name: string | null } | null;
  tags: string[];
  notes: ImportNote[];
}

const maxTags = 30;
const maxLength = 100;
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * A post's category and tags. On the old site the category is the outlet's name in tone-less pinyin and the only
 * tag is the outlet's name with 新闻 behind it: there the tag, 新闻 stripped once, is the category's name. Elsewhere
 * the first category is the category, and the others are tags. Without one, the folder around `_posts` is.
 */
export function findCategory(fields: PostFields, path: string): CategoryAndTags {
  const outlet = readOldSiteCategory(fields);
  if (outlet) return { category: outlet, tags: [], notes: [] };
  const [stated, ...others] = listCategories(fields);
  const tags = unique([...others, ...(fields.tag ?? []), ...splitWords(fields.tags)]).slice(0, maxTags);
  if (stated) return { category: buildCategory(stated, fields.categoryName), tags, notes: [] };
  const folder = readFolderCategory(path);
  if (!folder) return { category: null, tags, notes: [{ code: 'category-missing' }] };
  return {
    category: buildCategory(folder, null),
    tags,
    notes: [{ code: 'category-guessed', params: { category: folder } }],
  };
}

/** Every category that a post states, in Jekyll's order: the singular is one name, in the plural words are split. */
export function listCategories(fields: PostFields): string[] {
  return unique([...(fields.category ?? []), ...splitWords(fields.categories)]);
}

function buildCategory(stated: string, name: string | null) {
  return { slug: foldCategorySlug(stated), name: clip(name ?? stated) };
}

function readOldSiteCategory(fields: PostFields): CategoryAndTags['category'] {
  const [slug, ...moreCategories] = fields.category ?? fields.categories ?? [];
  const [tag, ...moreTags] = fields.tags ?? fields.tag ?? [];
  const isAlone = slug && tag && moreCategories.length === 0 && moreTags.length === 0;
  if (
    !isAlone ||
    fields.layout !== 'post' ||
    fields.categoryName ||
    cjk.test(slug) ||
    !cjk.test(tag) ||
    /[,，]/.test(tag)
  )
    return null;
  // Some outlets have a space in their name; other sites write several tags that way.
  if (/\s/.test(tag) && !/\s/.test(slug) && !tag.endsWith('新闻')) return null;
  return { slug: foldCategorySlug(slug), name: clip(tag.replace(/(?<=.)新闻$/u, '')) };
}

/** Jekyll splits a string at spaces; others write commas, and then spaces belong to the words. */
function splitWords(values: string[] | null): string[] {
  if (values?.length !== 1) return values ?? [];
  const [only = ''] = values;
  return only.split(/[,，、;；]/.test(only) ? /[,，、;；]/ : /\s+/);
}

/** `foo/_posts/x.md` is in category foo; names that every site's root has say nothing. */
function readFolderCategory(path: string): string | undefined {
  const folders = path.split('/').slice(0, -1);
  const posts = folders.findLastIndex((segment) => segment === '_posts' || segment === '_drafts');
  const folder = posts > 0 ? folders[posts - 1] : undefined;
  return folder === undefined || isRootFolder(folder) || isLanguageFolder(folder) ? undefined : folder;
}

/** Names of folders that hold a whole site and say nothing about a post. */
export function isRootFolder(name: string): boolean {
  return /^(?:source|src|content|docs?|site|www|blog|root|test|\..*)$/i.test(name);
}

/** Without repetitions (the first spelling stays) and without empty words. */
function unique(words: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const word of words.map(clip)) {
    const key = foldCategoryName(word);
    if (key && !seen.has(key)) seen.set(key, word);
  }
  return [...seen.values()];
}

function clip(name: string): string {
  return name.replace(/\s+/gu, ' ').trim().slice(0, maxLength).toWellFormed();
}
