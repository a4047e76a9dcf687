const maxSearched = 65_536;

/**
 * The start tag of the outermost element of an XML file, or null when the text does not begin like one. Declaration,
 * comments and document type before it are passed over; an HTML page has a root that is called `html`.
 */
export function findRootTag(text: string): string | null {
  const head = text.slice(0, maxSearched);
  let at = 0;
  for (;;) {
    while (/\s/.test(head.charAt(at))) at += 1;
    const end = findEndOfMisc(head, at);
    if (end === null) return /^<[a-z_][^<>]*>?/i.exec(head.slice(at))?.[0] ?? null;
    if (end < 0) return null;
    at = end;
  }
}

/** Where a declaration, comment or document type that begins at `at` ends; -1 when it does not, null when none begins. */
function findEndOfMisc(head: string, at: number): number | null {
  if (head.startsWith('<!--', at)) return endOf(head, '-->', at + 4);
  if (head.startsWith('<?', at)) return endOf(head, '?>', at + 2);
  if (!/^<!doctype/i.test(head.slice(at, at + 9))) return null;
  const bracket = head.indexOf('[', at);
  const close = head.indexOf('>', at);
  return bracket > 0 && bracket < close ? endOf(head, ']', bracket, '>') : endOf(head, '>', at);
}

function endOf(head: string, sign: string, from: number, then = ''): number {
  const at = head.indexOf(sign, from);
  const last = then && at >= 0 ? head.indexOf(then, at) : at;
  return last < 0 ? -1 : last + (then || sign).length;
}
