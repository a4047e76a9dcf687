import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findCorpus, listFiles } from '@/testing/test-corpus';
import { parseSimpleYaml, parseWholeYaml, parseYaml } from './parse-yaml';
import { splitFrontMatter } from './split-front-matter';

describe('the short cut reads as the parser does, or not at all', () => {
  it.each([
    ['title: 标题', { title: '标题' }],
    ['title: "a: b # c"', { title: 'a: b # c' }],
    ["title: 'it is'", { title: 'it is' }],
    [
      'date: 2022-02-18 14:51:45 +0800\n\nlayout: post',
      { date: '2022-02-18 14:51:45 +0800', layout: 'post' },
    ],
    ['a: 007\nb: 1.50\nc: true\nd: yes\ne: 0x1F', { a: '007', b: '1.50', c: 'true', d: 'yes', e: '0x1F' }],
    ['a:\nb: null\nc: ""\nd: x', { a: null, b: null, c: '', d: 'x' }],
    ['url: http://x.example/a#b', { url: 'http://x.example/a#b' }],
    ['tags: a,b c', { tags: 'a,b c' }],
  ])('%j', (source, fields) => {
    expect(parseSimpleYaml(source)).toEqual(fields);
    expect(parseWholeYaml(source)).toEqual({ ok: true, value: fields });
  });

  it.each([
    'a: b: c', 'a: b #c', 'a: [x]', 'a: {x: y}', 'a: - x', '- x', 'a: |\n  x', 'a: >\n  x', 'a: &b c', 'a: *b', 'a: !!str x',
    'a: "x\\n"', "a: 'it''s'", 'a: x\na: y', 'a: x\n  y', ' a: b', 'a: @x', 'a: `x', 'a:x', 'a: "x" y', '? a', 'a: x:',
    'a: ~', '~: x', 'null: x', 'a: "x"y"', 'a:\tx', '%TAG ! x', '__proto__: x', 'a: ? b', 'a: =', 'a: <<',
  ])('leaves to the parser: %j', (source) => {
    expect(parseSimpleYaml(source)).toBeUndefined();
  }); // prettier-ignore
});

const corpus = ['finews', 'ruby-lang', 'jekyll'].map(findCorpus).filter((folder) => folder !== undefined);

describe.skipIf(corpus.length === 0)(corpus.length > 0 ? 'real posts' : 'real posts: NOT RUN', () => {
  it('give the same by both ways', () => {
    let short = 0;
    for (const file of corpus.flatMap(listFiles)) {
      const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
      const source = splitFrontMatter(text).frontMatter?.join('\n');
      if (source === undefined) continue;
      if (parseSimpleYaml(source)) short += 1;
      expect(parseYaml(source), file).toEqual(parseWholeYaml(source));
    }
    expect(short).toBeGreaterThan(1000);
  });
});
