/**
 * Line ends become LF, and characters that neither HTML nor PostgreSQL can hold go: U+0000 and the other controls,
 * lone surrogates, code points that are no characters, a byte order mark.
 * @returns the text and how many characters went (line ends and the mark do not count).
 */
export function normaliseText(source: string): { text: string; removed: number } {
  let removed = 0;
  const text = source
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?/gu, '\n')
    .replace(unwanted, () => {
      removed += 1;
      return '';
    });
  return { text, removed };
}

/** With the `u` flag `\p{Cs}` matches only surrogates that have no partner. */
const unwanted = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\p{Cs}\p{Noncharacter_Code_Point}]/gu;
