import { showInScript } from './show-in-script';

/** A key, such as a tag, and how readers of the page see it. */
export interface ShownName {
  key: string;
  name: string;
}

/** Tags and other names that are their own keys, as readers of a page of `locale` see them. */
export function showNames(locale: string, keys: readonly string[]): Promise<ShownName[]> {
  return showInScript(
    locale,
    keys.map((key) => ({ key, name: key })),
  );
}

/** One name, as readers of a page of `locale` see it. */
export async function showName(locale: string, name: string): Promise<string> {
  return (await showInScript(locale, { name })).name;
}
