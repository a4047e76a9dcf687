import { parseJson } from '../readers/json-scan';

/** JSON to plain values without what no database column takes: U+0000 and halves of characters. Undefined when broken. */
export function parseCleanJson(text: string): unknown {
  const value = parseJson(text);
  // What a portal writes has neither; only then the slow way is worth it.
  return /\\u(?:0000|d[89a-f])/i.test(text) ? clean(value) : value;
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed();
  return JSON.parse(JSON.stringify(value ?? null), (_, inner: unknown) =>
    typeof inner === 'string' ? inner.replaceAll('\0', '').toWellFormed() : inner,
  );
}
