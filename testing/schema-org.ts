import { readFileSync } from 'node:fs';
import path from 'node:path';

/** schema.org's types as the package schema-dts states them, which is generated from schema.org's own files. */
interface Vocabulary {
  /** Class and what it extends, both by the names of schema-dts (`NewsArticleBase`). */
  parents: Map<string, string[]>;
  /** Properties of a class alone, with the types that their values may have. */
  properties: Map<string, Map<string, string[]>>;
  /** Type to its class. */
  classes: Map<string, string>;
}

const texts = ['Text', 'CssSelectorType', 'PronounceableText', 'XPathType'];

function readVocabulary(): Vocabulary {
  const file = path.resolve(import.meta.dirname, '../node_modules/schema-dts/dist/schema.d.ts');
  const source = readFileSync(file, 'utf8');
  const vocabulary: Vocabulary = { parents: new Map(), properties: new Map(), classes: new Map() };
  for (const [, name = '', parents = '', body = ''] of source.matchAll(
    /^(?:export )?interface (\w+) extends ([^{]+) \{\n([\s\S]*?)^\}/gm,
  )) {
    const type = /^ {4}"@type": "(\w+)";/m.exec(body)?.[1];
    if (type !== undefined) vocabulary.classes.set(type, parents.trim());
    vocabulary.parents.set(
      name,
      parents.split(',').map((parent) => parent.trim()),
    );
    const properties = body.matchAll(/^ {4}"([\w-]+)"\?: SchemaValue<([^,]+), "/gm);
    vocabulary.properties.set(
      name,
      new Map(Array.from(properties, ([, property = '', range = '']) => [property, range.split(' | ')])),
    );
  }
  return vocabulary;
}

let known: Vocabulary | undefined;

/** What is wrong with structured data by schema.org's vocabulary; empty for valid data. */
export function listSchemaProblems(data: unknown): string[] {
  const vocabulary = (known ??= readVocabulary());
  if (!isNode(data)) return ['no object'];
  const context = data['@context'] === 'https://schema.org' ? [] : ['@context is not https://schema.org'];
  return [...context, ...checkNode(vocabulary, data, String(data['@type']))];
}

function checkNode(vocabulary: Vocabulary, node: Record<string, unknown>, where: string): string[] {
  const type = String(node['@type']);
  if (!vocabulary.classes.has(type)) return [`${where}: no type ${type}`];
  return Object.entries(node).flatMap(([name, value]) => {
    if (name.startsWith('@')) return [];
    const range = findRange(vocabulary, type, name);
    if (!range) return [`${where}: ${type} has no ${name}`];
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.flatMap((one) => checkValue(vocabulary, one, range, `${where}.${name}`));
  });
}

function findRange(vocabulary: Vocabulary, type: string, name: string): string[] | undefined {
  const lineage = listLineage(vocabulary, type);
  // Constraints of actions: schema.org/docs/actions.html, "-input" and "-output".
  if (/-(?:in|out)put$/.test(name) && lineage.includes('ActionBase'))
    return ['Text', 'PropertyValueSpecification'];
  return lineage.map((one) => vocabulary.properties.get(one)?.get(name)).find((range) => range !== undefined);
}

function listLineage(vocabulary: Vocabulary, type: string): string[] {
  const lineage = [vocabulary.classes.get(type) ?? ''];
  for (const one of lineage) lineage.push(...(vocabulary.parents.get(one) ?? []));
  return lineage;
}

function checkValue(vocabulary: Vocabulary, value: unknown, range: string[], where: string): string[] {
  if (value === undefined) return [];
  if (isNode(value)) {
    const type = String(value['@type']);
    const lineage = listLineage(vocabulary, type);
    const isFit = range.some((wanted) => wanted === type || lineage.includes(`${wanted}Base`));
    return [
      ...(isFit ? [] : [`${where}: ${type} is none of ${range.join(', ')}`]),
      ...checkNode(vocabulary, value, where),
    ];
  }
  return range.some((wanted) => isOfDataType(value, wanted))
    ? []
    : [`${where}: ${JSON.stringify(value)} is none of ${range.join(', ')}`];
}

function isOfDataType(value: unknown, type: string): boolean {
  if (typeof value === 'number') return ['Number', 'Integer', 'Float'].includes(type);
  if (typeof value !== 'string' || value === '') return false;
  if (texts.includes(type)) return true;
  // Anything may be named by its address instead of being told.
  if (/^https?:\/\//.test(value))
    return URL.canParse(value) && !/^(?:Date|DateTime|Number|Integer)$/.test(type);
  if (type === 'Date') return /^\d{4}-\d{2}-\d{2}$/.test(value);
  return type === 'DateTime' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/.test(value);
}

function isNode(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
