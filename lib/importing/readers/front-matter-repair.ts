import { isRecord } from './front-matter-fields';
import { parseJson } from './json-scan';
import { parseToml } from './parse-toml';

/** `brokenLine` is the first line that could not be read as it stands, from 1 within the front matter. */
export interface RepairedFields {
  fields: Record<string, unknown>;
  brokenLine: number;
}

/** More lines than any front matter has. */
const maxLines = 2000;
const tomlKey = /^[ \t]*("?)([\w.-]+)\1[ \t]*=[ \t]*(.*)$/;
const tomlTable = /^[ \t]*\[+[ \t]*([\w.-]+)[ \t]*\]+[ \t]*(?:#.*)?$/;
const jsonKey = /^[ \t]*[{,]?[ \t]*["']?([\p{L}_][\p{L}\p{N}_.-]*)["']?[ \t]*:[ \t]*(.*)$/u;

interface Field {
  table: string | undefined;
  key: string;
  value: string;
  line: number;
}

/** TOML that a parser refuses, field by field: good values are still read as TOML, others as a person would. */
export function repairToml(lines: readonly string[]): RepairedFields {
  return readEach(splitFields(lines, tomlKey, tomlTable), (value) => {
    const parsed = parseToml(`value = ${value}`);
    return parsed.ok ? parsed.value['value'] : undefined;
  });
}

/** The same for JSON. */
export function repairJson(lines: readonly string[]): RepairedFields {
  return readEach(splitFields(lines, jsonKey), (value) => parseJson(value.replace(/,\s*$/, '')));
}

/** A field begins at a line `key = …`; what follows up to the next such line belongs to it. */
function splitFields(lines: readonly string[], keyLine: RegExp, tableLine?: RegExp): Field[] {
  const fields: Field[] = [];
  let table: string | undefined;
  lines.slice(0, maxLines).forEach((line, index) => {
    const found = keyLine.exec(line);
    const named = tableLine?.exec(line)?.[1];
    if (found) fields.push({ table, key: found.at(-2) ?? '', value: found.at(-1) ?? '', line: index + 1 });
    else if (named) table = named;
    else if (!/^[ \t]*(?:#.*|[{}],?[ \t]*)?$/.test(line)) {
      const last = fields.at(-1);
      if (last) last.value += `\n${line}`;
    }
  });
  return fields;
}

function readEach(fields: readonly Field[], parse: (value: string) => unknown): RepairedFields {
  const result: Record<string, unknown> = { __proto__: null };
  let brokenLine = 0;
  for (const { table, key, value, line } of fields) {
    const parsed = parse(value);
    if (parsed === undefined) brokenLine ||= line;
    setField(result, table, key, parsed === undefined ? readBroken(value) : parsed);
  }
  return { fields: result, brokenLine: brokenLine || 1 };
}

function setField(result: Record<string, unknown>, table: string | undefined, key: string, value: unknown) {
  if (!table) result[key] = value;
  else {
    const inside = isRecord(result[table]) ? result[table] : { __proto__: null };
    inside[key] = value;
    result[table] = inside;
  }
}

function readBroken(raw: string): string | string[] {
  const value = raw.trim().replace(/,$/, '');
  const list = /^\[([\s\S]*)$/.exec(value)?.[1];
  if (list === undefined) return cleanValue(value);
  return list.replace(/\][^\]]*$/, '').split(/[,\n]/).map(cleanValue).filter(Boolean); // prettier-ignore
}

function cleanValue(raw: string): string {
  const value = raw.trim().replace(/\s*\n\s*/g, ' ');
  const quote = value[0];
  if (quote !== '"' && quote !== "'") return value;
  const inner = value.slice(1);
  return (inner.endsWith(quote) ? inner.slice(0, -1) : inner).replace(/\\(["\\])/g, '$1');
}
