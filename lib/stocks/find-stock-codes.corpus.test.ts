import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanArticleBody } from '@/lib/articles/article-body/article-body';
import { findCorpus, listFiles } from '@/testing/test-corpus';
import { findStockCodes } from './find-stock-codes';

const finews = findCorpus('finews');
const ruby = findCorpus('ruby-lang');
const jekyll = findCorpus('jekyll');

function find(file: string) {
  const source = readFileSync(file, 'utf8').replace(/^\s*---[\s\S]*?\n---/u, '');
  return findStockCodes(cleanArticleBody(source).text).map(
    ({ market, code, name }) =>
      `${basename(file).replace(/^.*?(\d{18}).*$/u, '$1')} ${market}.${code} ${name}`,
  );
}

describe.skipIf(finews === undefined)('codes in the texts of the old site', () => {
  it('are found with the names before them, and nothing else is taken for one', () => {
    expect(listFiles(finews ?? '').flatMap(find)).toEqual([
      '202112082206885265 116.03301 融信中国',
      '202112082206954012 106.CS 瑞士信贷',
      '202112082206954012 106.SUN Sunoco Lp',
      '202201212257099936 0.002752 昇兴股份',
    ]);
  });
});

describe.skipIf(ruby === undefined || jekyll === undefined)('posts about other things', () => {
  it('name no stock: versions, dates and numbers of 2,300 posts in six languages', () => {
    const files = [...listFiles(ruby ?? ''), ...listFiles(jekyll ?? '')].filter((file) => /\.(?:md|markdown)$/u.test(file)); // prettier-ignore
    expect(files.length).toBeGreaterThan(2000);
    const found = files.flatMap((file) =>
      findStockCodes(readFileSync(file, 'utf8')).map(
        ({ market, code }) => `${basename(file)} ${market}.${code}`,
      ),
    );
    expect(found).toEqual([]);
  }, 60_000);
});
