/** The list with an item at its end, at most `max` long: the first ones go. An item that is there moves to the end. */
export function addTo<T>(list: readonly T[], item: T, max: number, getKey: (item: T) => string): T[] {
  const key = getKey(item);
  return [...list.filter((other) => getKey(other) !== key), item].slice(-max);
}

/** What a kept text holds, each item read by `parseItem`; whatever is no list of such items counts as empty. */
export function parseList<T>(text: string | undefined, parseItem: (item: unknown) => T | undefined): T[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(value)) return [];
    return value.map(parseItem).filter((item) => item !== undefined);
  } catch {
    return [];
  }
}
