import path from 'node:path';
import { parseArgs } from 'node:util';
import { normaliseCharset } from '@/lib/importing/charset-label';
import type { ImportOptions } from '@/lib/importing/import-options';
import { parseImportOptions } from '@/lib/importing/parse-import-options';
import { buildStartupText } from '@/server/startup-text';

/** What a person asked `npm run import` for. */
export interface ImportArguments {
  paths: string[];
  dryRun: boolean;
  json: boolean;
  asDraft: boolean;
  options: ImportOptions;
}

const flag = { type: 'boolean', default: false } as const;
const text = { type: 'string' } as const;
const known = {
  'dry-run': flag,
  json: flag,
  'as-draft': flag,
  zone: text,
  charset: text,
  category: text,
  'on-duplicate': text,
  columns: text,
} as const;

type Values = Partial<Record<keyof typeof known, string | boolean | undefined>>;

/** The request, or the sentence that says what is wrong with it. Paths are relative to where npm was called. */
export function parseImportArguments(
  args: string[],
  base = process.env.INIT_CWD ?? process.cwd(),
): ImportArguments | string {
  const { values, positionals, tokens } = parseArgs({ args, options: known, strict: false, allowPositionals: true, tokens: true });
  const usage = buildStartupText('import', 'usage');
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = token.rawName;
    const type = token.name in known ? known[token.name as keyof typeof known].type : undefined;
    if (type === undefined || (type === 'boolean' && token.value !== undefined))
      return `${buildStartupText('import', 'unknown-option', { option })}\n${usage}`;
    if (type === 'string' && !token.value) return `${buildStartupText('import', 'option-missing', { option })}\n${usage}`;
  }
  if (positionals.length === 0) return usage;
  const options = buildOptions(values);
  if (typeof options === 'string') return `${options}\n${usage}`;
  const paths = positionals.map((given) => (given === '-' ? given : path.resolve(base, given)));
  return { paths, dryRun: values['dry-run'] === true, json: values.json === true, asDraft: values['as-draft'] === true, options };
} // prettier-ignore

function buildOptions(values: Values): ImportOptions | string {
  const { zone, charset, category, columns } = values;
  const checks: [keyof typeof known, () => unknown][] = [
    ['zone', () => parseImportOptions({ timeZone: zone })],
    ['charset', () => parseImportOptions({ charset })],
    ['category', () => parseImportOptions({ defaultCategory: category === undefined ? undefined : { name: category } })],
    ['on-duplicate', () => parseImportOptions({ duplicates: values['on-duplicate'] })],
    ['columns', () => parseColumns(columns)],
  ];
  for (const [name, check] of checks) {
    try {
      check();
    } catch {
      return buildStartupText('import', 'option-value', { option: `--${name}`, value: String(values[name]) });
    }
  }
  return parseImportOptions({
    timeZone: zone,
    charset: typeof charset === 'string' ? normaliseCharset(charset) : undefined,
    defaultCategory: category === undefined ? undefined : { name: category },
    duplicates: values['on-duplicate'],
    columns: parseColumns(columns),
  });
} // prettier-ignore

/** `Kopf=title,Text=body`; an empty field leaves the column out. */
function parseColumns(stated: string | boolean | undefined): Record<string, string> | undefined {
  if (typeof stated !== 'string') return undefined;
  const pairs = stated.split(',').map((pair) => {
    const at = pair.lastIndexOf('=');
    if (at < 1) throw new RangeError(pair);
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const;
  });
  return Object.fromEntries(pairs);
}
