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
  const simple = parseSimpleYaml(source);
  if (simple) return { ok: true, value: simple };
  return parseWholeYaml(source);
}

/** `parseYaml` without its short cut. */
export function parseWholeYaml(source: string): ParsedYaml {
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

/** `key: plain words`, `key: "no escapes"`, `key: 'no quotes'` or `key:` and nothing that YAML reads in its own way. */
const simpleLine =
  /^([A-Za-z][\w-]*):(?: +(?:"([^"\\]*)"|'([^']*)'|([^\s"'[\]{}>|*&!%@`#,?:~=<-](?:[^:#\t]|:(?=[^\s])|(?<=[^\s])#)*?)))? *$/;
const readAsNull = /^(?:null|~)$/i;

/**
 * Front matter as nearly every post has it, without a YAML parser, which would be a tenth of the cost of a post.
 * Undefined for anything else: one line that is not as simple leaves the whole to the parser.
 */
export function parseSimpleYaml(source: string): Record<string, string | null> | undefined {
  const fields: Record<string, string | null> = {};
  if (source.length > maxYamlLength) return undefined;
  for (const line of source.split('\n')) {
    if (line === '') continue;
    const [isSimple, key = '', double, single, plain] = simpleLine.exec(line) ?? [];
    if (isSimple === undefined || Object.hasOwn(fields, key) || readAsNull.test(key)) return undefined;
    fields[key] = double ?? single ?? (plain === undefined || readAsNull.test(plain) ? null : plain);
  }
  return Object.keys(fields).length > 0 ? fields : undefined;
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
