/**
 * Replaces every part from `start` to `end`, both included; `replace` gets what stands between them. A part that never
 * ends stays. Linear, as an expression that looks for the end behind every start is not.
 */
export function replaceBetween(
  text: string,
  start: string,
  end: string,
  replace: (content: string) => string,
): string {
  const parts: string[] = [];
  let last = 0;
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, last)) {
    const stop = text.indexOf(end, at + start.length);
    if (stop < 0) break;
    parts.push(text.slice(last, at), replace(text.slice(at + start.length, stop)));
    last = stop + end.length;
  }
  return parts.join('') + text.slice(last);
}
