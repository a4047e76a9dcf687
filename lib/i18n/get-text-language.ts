import { describeTag } from './chinese-script';

/**
 * The `lang` attribute that a text needs inside a page of another language; undefined where the page's own says
 * enough. Both are BCP 47 tags; only language and script decide, so `zh` inside `zh-CN` needs none.
 */
export function getTextLanguage(text: string, page: string): string | undefined {
  const [own, around] = [describeTag(text), describeTag(page)];
  return own.language === around.language && own.script === around.script ? undefined : text;
}
