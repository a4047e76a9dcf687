/** A file of a font and the characters that it draws. */
export interface FontFile {
  file: string;
  /** Stretches of code points in order, both ends included. */
  ranges: readonly { first: number; last: number }[];
}

/** Reads the value of a CSS `unicode-range` (`U+4E00-9FA5,U+3007`); parts that are none are left out. */
export function parseUnicodeRanges(value: string): FontFile['ranges'] {
  return value
    .split(',')
    .flatMap((part) => {
      const [, first, last = first] = /^\s*U\+([0-9a-f]+)(?:-([0-9a-f]+))?\s*$/i.exec(part) ?? [];
      if (first === undefined || last === undefined) return [];
      return [{ first: Number.parseInt(first, 16), last: Number.parseInt(last, 16) }];
    })
    .toSorted((a, b) => a.first - b.first);
}

/** The files whose tables name a character; Latin ones overlap. */
export function findFiles(files: readonly FontFile[], codePoint: number): string[] {
  return files.filter(({ ranges }) => includes(ranges, codePoint)).map(({ file }) => file);
}

function includes(sorted: FontFile['ranges'], codePoint: number): boolean {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = sorted[middle];
    if (!range) return false;
    if (codePoint < range.first) high = middle - 1;
    else if (codePoint > range.last) low = middle + 1;
    else return true;
  }
  return false;
}
