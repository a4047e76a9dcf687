/** A part of a document whose shape nobody vouches for. */
export type JsonNode = Readonly<Record<string, unknown>>;

export function isNode(value: unknown): value is JsonNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text under one of the keys, empty when there is none. */
export function getText(node: JsonNode, ...keys: readonly string[]): string {
  const texts = keys.map((key) => node[key]).filter((value) => typeof value === 'string');
  return texts.find((text) => text !== '') ?? '';
}

export function getList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A document that is kept as text inside of another; undefined when it is none. */
export function parseNode(source: string): JsonNode | undefined {
  try {
    const value: unknown = JSON.parse(source);
    return isNode(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
