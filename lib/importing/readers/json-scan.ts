const quote = 0x22;
const backslash = 0x5c;

/**
 * Index behind the JSON value that begins at `start`, found by its brackets and quotes alone, without a parse; -1
 * when the text ends (or `limit` comes) before the value does.
 */
export function findJsonEnd(text: string, start: number, limit = text.length): number {
  const end = Math.min(limit, text.length);
  let depth = 0;
  for (let index = start; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (code === quote) {
      index = findStringEnd(text, index, end);
      if (index < 0) return -1;
      if (depth === 0) return index + 1;
    } else if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) {
      depth -= 1;
      if (depth <= 0) return depth < 0 ? index : index + 1;
    } else if (depth === 0 && (code === 0x2c || code <= 0x20) && index > start) return index;
  }
  return depth === 0 && end === text.length ? end : -1;
}

/** Index of the closing quote; -1 without one. */
function findStringEnd(text: string, start: number, end: number): number {
  for (let index = start + 1; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (code === backslash) index += 1;
    else if (code === quote) return index;
  }
  return -1;
}

/** Index of the first character at or after `start` that is neither white space nor a comma. */
export function skipBetween(text: string, start: number): number {
  const between = /[\s,]*/y;
  between.lastIndex = Math.min(start, text.length);
  between.exec(text);
  return between.lastIndex;
}

/** Places in a text, with the number of the line, counted as it goes on; ask in ascending order. */
export function buildLineCounter(text: string): (index: number) => number {
  let line = 1;
  let at = text.indexOf('\n');
  return (index) => {
    for (; at >= 0 && at < index; at = text.indexOf('\n', at + 1)) line += 1;
    return line;
  };
}

/** JSON to a value; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
