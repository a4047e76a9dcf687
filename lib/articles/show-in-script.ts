import { type ChineseScript, findChineseScript, getChineseScript } from '@/lib/i18n/chinese-script';
import { convertHtml } from '@/lib/i18n/convert-html';
import { loadScriptConverter, type ScriptConverter } from '@/lib/i18n/script-converter';

/** Fields that readers see, by what stands in them. All others (slugs, addresses, codes, tags) are keys and stay. */
const shownFields = new Map<string, 'text' | 'html' | 'name'>([
  ['title', 'text'],
  ['digest', 'text'],
  ['bodyText', 'text'],
  ['before', 'text'],
  ['after', 'text'],
  ['text', 'text'],
  ['bodyHtml', 'html'],
  ['sourceName', 'name'],
  ['name', 'name'],
  ['aliases', 'name'],
]);

/**
 * What a query returned, as readers of a page see it: Chinese in the script of the page's language, all else as it
 * is. Takes articles, summaries, categories, stocks, and lists and records of them at any depth. An object's
 * `language` holds for the texts in it and becomes the page's; names have none and are Chinese when they are Han.
 * The one place where what readers get changes script; what comes out is never saved.
 */
export async function showInScript<T>(locale: string, value: T): Promise<T> {
  const script = getChineseScript(locale);
  if (script === undefined) return value;
  // Dictionaries are big: a first look finds out whether there is anything to convert.
  const found: string[] = [];
  const note = (text: string) => {
    found.push(text);
    return text;
  };
  const asTold = rewriteUnder('', value, { script, locale, isOther: undefined, convert: note });
  // The same shape comes out: a string stands where a string stood.
  if (found.length === 0) return asTold as T;
  const convert = await loadScriptConverter(script);
  return rewriteUnder('', value, { script, locale, isOther: undefined, convert }) as T;
}

/** The script in which an article was written, by its letters, else by its language; undefined if not in Chinese. */
export function findOwnScript(article: { language: string }): ChineseScript | undefined {
  const told = getChineseScript(article.language);
  if (told === undefined) return undefined;
  const texts = Object.entries(article).filter(([key]) => shownFields.get(key) === 'text');
  return findChineseScript(texts.map(([, text]) => text).join('\n')) ?? told;
}

interface Rewriting {
  /** The script that readers want, and the language of their page. */
  script: ChineseScript;
  locale: string;
  /** Whether texts here are Chinese of the other script; undefined where nothing says what they are. */
  isOther: boolean | undefined;
  convert: ScriptConverter;
}

/** Rewrites what stands under a key; strings in a list stand under the key of the list. */
function rewriteUnder(key: string, value: unknown, around: Rewriting): unknown {
  if (typeof value === 'string') return rewriteField(key, value, around);
  if (Array.isArray(value)) return value.map((item: unknown) => rewriteUnder(key, item, around));
  if (!isRecord(value)) return value;
  const own = hasLanguage(value) ? findOwnScript(value) : undefined;
  const within = hasLanguage(value)
    ? { ...around, isOther: own !== undefined && own !== around.script }
    : around;
  const shown = Object.entries(value).map(([name, each]): [string, unknown] => [
    name,
    rewriteUnder(name, each, within),
  ]);
  if (own !== undefined) shown.push(['language', around.locale]);
  return Object.fromEntries(shown);
}

function rewriteField(key: string, text: string, { isOther, script, convert }: Rewriting): string {
  const kind = shownFields.get(key);
  if (kind === undefined) return text;
  const isWanted = kind === 'name' || isOther === undefined ? needsOther(text, script) : isOther;
  if (!isWanted) return text;
  return kind === 'html' ? convertHtml(text, convert) : convert(text);
}

/** Without a language, Han characters without kana are taken for Chinese, and for Simplified unless they show else. */
function needsOther(name: string, script: ChineseScript): boolean {
  if (!/\p{Script=Han}/u.test(name) || /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name)) return false;
  return (findChineseScript(name) ?? 'Hans') !== script;
}

function hasLanguage(
  value: Record<string, unknown>,
): value is Record<string, unknown> & { language: string } {
  return typeof value['language'] === 'string';
}

/** Plain objects only: a Date must stay one. */
function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && isPlain(Object.getPrototypeOf(value));
}

function isPlain(prototype: unknown): boolean {
  return prototype === Object.prototype || prototype === null;
}
