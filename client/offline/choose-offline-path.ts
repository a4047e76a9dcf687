const ending = '/offline';

/** The kept offline page in the language of an address: the one whose prefix the address has, else any. */
export function chooseOfflinePath(pathname: string, kept: string[]): string | undefined {
  const pages = kept.filter((path) => path.endsWith(ending));
  const prefixOf = (path: string) => path.slice(0, -ending.length);
  const fitting = pages.filter((path) => `${pathname}/`.startsWith(`${prefixOf(path)}/`));
  return fitting.sort((a, b) => b.length - a.length)[0] ?? pages[0];
}
