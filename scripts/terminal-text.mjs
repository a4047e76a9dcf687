// Lines for the terminal before dependencies are there: `startup.<group>.<key>` of content/messages.
import { readFileSync } from 'node:fs';

const language = (process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '').toLowerCase();
const chinese = /^zh_(?:tw|hk|mo)|hant/.test(language) ? 'zh-TW' : 'zh-CN';
const locale = language.startsWith('zh') ? chinese : 'en';
const file = new URL(`../content/messages/${locale}.json`, import.meta.url);

/**
 * @param {string} group
 * @param {string} key
 * @param {Record<string, string | number>} [params]
 * @returns {string}
 */
export function text(group, key, params = {}) {
  const texts = JSON.parse(readFileSync(file, 'utf8')).startup;
  return String(texts[group]?.[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) =>
    String(params[name] ?? whole),
  );
}

/**
 * Prints a sentence of `startup.errors` and ends the process.
 * @param {string} key
 * @param {Record<string, string | number>} [params]
 * @returns {never}
 */
export function fail(key, params) {
  console.error(text('errors', key, params));
  process.exit(1);
}
