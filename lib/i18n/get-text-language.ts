/**
 * The `lang` attribute that a text needs inside a page of another language; undefined where the page's own says
 * enough. Both are BCP 47 tags; only language and script decide, so `zh` inside `zh-CN` needs none.
 */
export function getTextLanguage(text: string, page: string): string | undefined {
  return describe(text) === describe(page) ? undefined : text;
}

function describe(tag: string): string {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script ?? ''}`;
  } catch {
    return tag;
  }
}
