import { z } from 'zod';

/** Interface texts as the message files hold them. */
export interface Texts {
  [key: string]: string | Texts;
}

const textsSchema: z.ZodType<Texts> = z.lazy(() => z.record(z.string(), z.union([z.string(), textsSchema])));

/** What people know better than OpenCC: content/messages/zh-TW.corrections.json. */
const correctionsSchema = z.strictObject({
  /** zh-CN words and what Taiwan says, wherever they stand. The longest fits first. */
  words: z.record(z.string(), z.string()),
  /** By key, whole texts: `of` is the zh-CN text that was read when `is` was written. */
  texts: z.record(z.string(), z.strictObject({ of: z.string(), is: z.string() })),
});

export type Corrections = z.infer<typeof correctionsSchema>;

/** Reads a message file. */
export function parseTexts(json: string): Texts {
  return textsSchema.parse(JSON.parse(json));
}

/** Reads the file of corrections. */
export function parseCorrections(json: string): Corrections {
  return correctionsSchema.parse(JSON.parse(json));
}

/**
 * The zh-TW texts for those of zh-CN: a correction of the whole text, else the corrected words with OpenCC's text
 * (`convert`) between them. `stale` names corrections whose zh-CN text has changed since, or is gone: somebody must
 * read them again.
 */
export function buildTaiwanTexts(
  source: Texts,
  { words, texts }: Corrections,
  convert: (text: string) => string,
): { texts: Texts; stale: string[] } {
  const sources = listTexts(source);
  const write = buildWriter(words, convert);
  return {
    texts: mapTexts(source, (text, key) => texts[key]?.is ?? write(text)),
    stale: Object.entries(texts)
      .filter(([key, { of }]) => sources.get(key) !== of)
      .map(([key]) => key),
  };
}

/** Every text by its whole key, as in `reader.home`. */
export function listTexts(texts: Texts): Map<string, string> {
  const listed = new Map<string, string>();
  mapTexts(texts, (text, key) => {
    listed.set(key, text);
    return text;
  });
  return listed;
}

function mapTexts(texts: Texts, write: (text: string, key: string) => string, path = ''): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      name,
      typeof text === 'string' ? write(text, path + name) : mapTexts(text, write, `${path}${name}.`),
    ]),
  );
}

function buildWriter(words: Record<string, string>, convert: (text: string) => string) {
  const known = Object.keys(words).sort((a, b) => b.length - a.length);
  if (known.length === 0) return convert;
  const pattern = new RegExp(
    `(${known.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')})`,
    'u',
  );
  return (text: string) =>
    text
      .split(pattern)
      .map((part) => words[part] ?? convert(part))
      .join('');
}
