import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Random } from './random';

/** Texts of made-up words, some in every second post and some in three of all. */
export interface TextSource {
  random: Random;
  vocabulary: string[];
  buildText: (length: number) => string;
}

const words = 40_000;
const latin = [
  'GDP',
  'CPI',
  'ETF',
  'ET7',
  'AI',
  '5G',
  'NIO',
  'AAPL',
  'ESG',
  'LPR',
  'PMI',
  'iPhone',
  'IPO',
  'Model 3',
];

/**
 * Words of one to four characters from the posts of the first run, drawn by Zipf's law, with numbers, Latin words and
 * marks between them. The same seed gives the same texts.
 */
export async function openTextSource(seed = 20_261_126): Promise<TextSource> {
  const random = new Random(seed);
  const characters = await readCharacters();
  const vocabulary = Array.from({ length: words }, () => {
    const roll = random.next();
    const length = roll < 0.06 ? 1 : roll < 0.7 ? 2 : roll < 0.87 ? 3 : 4;
    return Array.from({ length }, () => random.pick(characters)).join('');
  });
  const pickWord = () => vocabulary[Math.floor(words ** random.next()) - 1] ?? '';
  const buildText = (length: number) => {
    let text = '';
    while (text.length < length) {
      const roll = random.next();
      if (roll < 0.015) text += random.pick(latin);
      else if (roll < 0.03) text += String(random.between(1, 999_999));
      else text += pickWord();
      if (random.next() < 0.12) text += random.pick(['，', '，', '。', '、', '；', '\n']);
    }
    return text;
  };
  return { random, vocabulary, buildText };
}

async function readCharacters(): Promise<string[]> {
  const dir = path.join(import.meta.dirname, '..', 'content', 'posts');
  const found = new Set<string>();
  for (const name of await readdir(dir)) {
    const text = await readFile(path.join(dir, name), 'utf8');
    for (const [character] of text.matchAll(/\p{sc=Han}/gu)) found.add(character);
  }
  return [...found].sort();
}
