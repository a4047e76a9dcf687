import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { hasHtmlChecker, listHtmlErrors } from '@/testing/check-html';
import { findCorpus, listFiles } from '@/testing/test-corpus';
import { parseFile } from './parse-file';

const context = { timeZone: 'Asia/Shanghai', defaultLanguage: 'zh-CN', now: new Date(0) };
const folders = ['finews', 'jekyll', 'wxr', 'ghost', 'other'].flatMap((name) => findCorpus(name) ?? []);

/** Where a story's page shows its body. */
function buildPage(body: string): string {
  return `<!DOCTYPE html><html lang="en"><title>a</title><article><h1>a</h1><div>${body}</div></article></html>`;
}

function buildPages(): Map<string, string> {
  const pages = new Map<string, string>();
  for (const file of folders.flatMap(listFiles)) {
    for (const item of parseFile({ path: basename(file), bytes: readFileSync(file) }, context))
      if ('post' in item) pages.set(`${file} ${item.path}`, buildPage(item.post.bodyHtml));
  }
  return pages;
}

test.skipIf(folders.length === 0 || !hasHtmlChecker())(
  'the bodies of real posts are valid HTML',
  async () => {
    const pages = buildPages();
    expect(pages.size).toBeGreaterThan(500);
    expect(await listHtmlErrors(pages)).toEqual([]);
  },
);
