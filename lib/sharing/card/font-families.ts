import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { type FontFile, parseUnicodeRanges } from './unicode-ranges';

/** A typeface that comes in many files, each with some of its characters. */
export interface FontFamily {
  files: readonly FontFile[];
  /** Size beside Chinese characters of 1. */
  scale: number;
  /** Added to the weight, where the same number looks bolder. */
  heavier: number;
}

/** The faces of the cards: letters and numbers, Chinese and Japanese, Korean. */
export interface FontFamilies {
  latin: FontFamily;
  han: FontFamily;
  hangul: FontFamily;
}

const resolve = createRequire(import.meta.url).resolve;

/**
 * Reads which file of which npm package draws which character. Source Serif is the Latin of Source Han Serif, in one
 * file, so that its kerning works.
 */
export async function readFontFamilies(): Promise<FontFamilies> {
  const [latin, han, hangul] = await Promise.all([
    readFontsource('@fontsource-variable/source-serif-4'),
    readSplitFont('@chinese-fonts/syst', 'dist/SourceHanSerifCN'),
    readFontsource('@fontsource-variable/noto-serif-kr'),
  ]);
  return {
    latin: { files: latin, scale: 1, heavier: -70 },
    han: { files: han, scale: 1, heavier: 0 },
    hangul: { files: hangul, scale: 1, heavier: 0 },
  };
}

const fontsourceRanges = z.record(z.string(), z.string());

/** `unicode.json`: subset (`latin-ext`, `[57]`) to its ranges. The file of a subset is named after it. */
async function readFontsource(name: string): Promise<FontFile[]> {
  const folder = path.dirname(resolve(`${name}/unicode.json`));
  const subsets = fontsourceRanges.parse(
    JSON.parse(await readFile(path.join(folder, 'unicode.json'), 'utf8')),
  );
  const family = path.basename(name);
  return Object.entries(subsets).map(([subset, value]) => {
    const file = `${family}-${subset.replace(/[[\]]/g, '')}-wght-normal.woff2`;
    return { file: path.join(folder, 'files', file), ranges: parseUnicodeRanges(value) };
  });
}

/** Packages made by cn-font-split: a style sheet with one rule for each file. */
async function readSplitFont(name: string, subfolder: string): Promise<FontFile[]> {
  const folder = path.join(path.dirname(resolve(`${name}/package.json`)), subfolder);
  const css = await readFile(path.join(folder, 'result.css'), 'utf8');
  const rules = css.matchAll(/url\("\.\/([0-9a-f]+\.woff2)"\)[^}]*?unicode-range:([^;}]+)/g);
  return Array.from(rules, ([, file = '', value = '']) => ({
    file: path.join(folder, file),
    ranges: parseUnicodeRanges(value),
  }));
}
