/** Originals that the editor mended, by path, for the next try. */
export interface MendedTexts {
  texts: ReadonlyMap<string, string>;
  set: (path: string, text: string | null) => void;
}

/** A copy with one text set, or taken out by null. */
export function setMended(
  texts: ReadonlyMap<string, string>,
  path: string,
  text: string | null,
): ReadonlyMap<string, string> {
  const copy = new Map(texts);
  if (text === null) copy.delete(path);
  else copy.set(path, text);
  return copy;
}
