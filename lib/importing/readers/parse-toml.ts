import { parse, TomlDate, TomlError } from 'smol-toml';

/** `line` is where the parser gave up, from 1 within `source`. */
export type ParsedToml = { ok: true; value: Record<string, unknown> } | { ok: false; line: number };

/** Larger front matter is no front matter; a parser must not be fed with it. */
const maxTomlLength = 32_000;
/** Front matter is flat, and the parser recurses. */
const maxDepth = 30;

/** TOML of unknown origin to plain values; dates come back as strings, in the precision in which they were written. */
export function parseToml(source: string): ParsedToml {
  if (source.length > maxTomlLength) return { ok: false, line: 1 };
  try {
    return { ok: true, value: toPlainTable(parse(source, { maxDepth }), 0) };
  } catch (error) {
    return { ok: false, line: error instanceof TomlError ? Math.max(1, error.line) : 1 };
  }
}

function toPlainTable(table: object, depth: number): Record<string, unknown> {
  const plain: Record<string, unknown> = { __proto__: null };
  for (const [key, value] of Object.entries(table)) plain[key] = toPlain(value, depth + 1);
  return plain;
}

/** Keys with dots make tables without brackets, so depth is counted here too. */
function toPlain(value: unknown, depth: number): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (depth > maxDepth || typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? value.map((item) => toPlain(item, depth + 1)) : toPlainTable(value, depth);
}
