// npm run messages: gives content/messages/zh-TW.json the texts that zh-CN.json has and it lacks, converted by OpenCC
// to Taiwan's words, and takes out what zh-CN.json no longer has. What is there stays: people mend it by hand.
import { readFileSync, writeFileSync } from 'node:fs';
import { Converter } from 'opencc-js/cn2t';
import { z } from 'zod';

interface Texts {
  [key: string]: string | Texts;
}

const texts: z.ZodType<Texts> = z.record(z.string(), z.union([z.string(), z.lazy(() => texts)]));
const folder = new URL('../content/messages/', import.meta.url);
const convert = Converter({ from: 'cn', to: 'twp' });

function read(name: string): Texts {
  const json: unknown = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  return texts.parse(json);
}

function fill(source: Texts, known: Texts): Texts {
  return Object.fromEntries(
    Object.entries(source).map(([key, text]): [string, string | Texts] => {
      const there = known[key];
      if (typeof text === 'string') return [key, typeof there === 'string' ? there : convert(text)];
      return [key, fill(text, typeof there === 'object' ? there : {})];
    }),
  );
}

const filled = fill(read('zh-CN.json'), read('zh-TW.json'));
writeFileSync(new URL('zh-TW.json', folder), `${JSON.stringify(filled, null, 2)}\n`);
