import { LineCounter, parseDocument, type Scalar, visit } from 'yaml';

/** `line` is where the parser gave up, from 1 within `source`. */
export type ParsedYaml = { ok: true; value: unknown } | { ok: false; line: number };

/** Larger front matter is no front matter; a parser must not be fed with it. */
const maxYamlLength = 32_000;
const maxDepth = 60;

/**
 * YAML of unknown origin to plain values. No tags, no code; aliases only a few (a bomb is refused). Numbers,
 * booleans and dates come back as the author wrote them (`007`, `2022-02-18 14:51:45`), as strings; null stays null.
 */
export function parseYaml(source: string): ParsedYaml {
  if (source.length > maxYamlLength || isDeeplyNested(source)) return { ok: false, line: 1 };
  const lineCounter = new LineCounter();
  try {
    const document = parseDocument(source, {
      schema: 'core',
      version: '1.2',
      uniqueKeys: false,
      lineCounter,
      logLevel: 'error',
      prettyErrors: false,
    });
    const error = document.errors[0];
    if (error) return { ok: false, line: Math.max(1, lineCounter.linePos(error.pos[0]).line) };
    visit(document, { Scalar: (_, node) => keepAsWritten(node) });
    const value: unknown = document.toJS({ maxAliasCount: 20 });
    return { ok: true, value };
  } catch {
    // The parser throws on alias bombs and on input that is nested too deeply.
    return { ok: false, line: 1 };
  }
}

function keepAsWritten(node: Scalar): void {
  if (typeof node.value !== 'string' && node.value !== null) node.value = node.source ?? '';
}

/** Front matter is flat; many brackets or dashes open at once cost the parser time in the square. */
function isDeeplyNested(source: string): boolean {
  let depth = 0;
  for (const sign of source) {
    if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth > maxDepth) return true;
  }
  return /(?:[-?:][ \t]+){40}/.test(source);
}
