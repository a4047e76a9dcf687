import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findCorpus, listFiles } from '@/testing/test-corpus';
import { readFrontMatter } from './front-matter';

function read(text: string) {
  const { fields, body, hasFrontMatter, notes } = readFrontMatter(text);
  return { fields: { ...fields }, body, hasFrontMatter, notes };
}

const none = { fields: {}, hasFrontMatter: false, notes: [{ code: 'front-matter-missing' }] };

describe('readFrontMatter', () => {
  it.each<[string, string, Record<string, unknown>, string]>([
    ['plain', '---\ntitle: A\n---\nbody', { title: 'A' }, 'body'],
    ['blank lines before', '\n\n---\ntitle: A\n---\nbody', { title: 'A' }, 'body'],
    ['blanks after the dashes', '---  \ntitle: A\n---\t\nbody', { title: 'A' }, 'body'],
    ['dots at the end', '---\ntitle: A\n...\nbody', { title: 'A' }, 'body'],
    ['empty', '---\n---\nbody', {}, 'body'],
    ['nothing else', '---\ntitle: A\n---', { title: 'A' }, ''],
    ['a rule in the body', '---\ntitle: A\n---\none\n\n---\n\ntwo', { title: 'A' }, 'one\n\n---\n\ntwo'],
    [
      'dates and numbers as written',
      '---\ndate: 2022-02-18 14:51:45 +0800\ntags: [007, 1.10, true]\n---\n',
      { date: '2022-02-18 14:51:45 +0800', tags: ['007', '1.10', 'true'] },
      '',
    ],
    ['other case', '---\nTitle: A\n---\n', { title: 'A' }, ''],
    ['a tab after the value', '---\ntitle: A\t\t\n---\n', { title: 'A' }, ''],
    ['a key twice', '---\ntitle: A\ntitle: B\n---\n', { title: 'B' }, ''],
    ['an unknown tag', '---\ntitle: !!js/function "1"\n---\n', { title: '1' }, ''],
  ])('%s', (_, text, fields, body) => {
    expect(read(text)).toEqual({ fields, body, hasFrontMatter: true, notes: [] });
  });

  it.each<[string, string, Record<string, unknown>, number]>([
    ['raw quotes in quotes', 'title: "他说"你好"了"\ntags: a', { title: '他说"你好"了', tags: 'a' }, 2],
    ['raw quotes at the start', 'title: ""你好"他说"', { title: '"你好"他说' }, 2],
    ['quoted words', 'title: "A" and "B"', { title: '"A" and "B"' }, 2],
    [
      'an unquoted colon',
      'layout: post\ntitle: Part 1: the start',
      { layout: 'post', title: 'Part 1: the start' },
      3,
    ],
    ['quotes that end early', 'title: "A": b', { title: '"A": b' }, 2],
    ['an unclosed quote', 'tags: [a, b]\ntitle: "A', { tags: ['a', 'b'], title: 'A' }, 3],
    ['raw single quotes', "title: 'it's'", { title: "it's" }, 2],
    ['a bad escape', 'title: "C:\\data"', { title: 'C:\\data' }, 2],
    ['an unclosed list', 'tags: [a, b\ntitle: A', { tags: ['a', 'b'], title: 'A' }, 2],
    [
      'lists beside a broken title',
      'tags:\n- one\n- two\ntitle: a: b',
      { tags: ['one', 'two'], title: 'a: b' },
      5,
    ],
    [
      'lines at the margin in quotes',
      'digest: "one\ntwo "three" four"\ntitle: A',
      { digest: 'one two "three" four', title: 'A' },
      2,
    ],
    [
      'an alias bomb',
      `a: &a [x,x]\n${Array.from('bcdefgh')
        .map((key, index) => `${key}: &${key} [${`*${'abcdefg'[index]},`.repeat(9)}]`)
        .join('\n')}\ntitle: A`,
      { title: 'A' },
      2,
    ],
  ])('repairs %s', (_, front, fields, line) => {
    const result = readFrontMatter(`---\n${front}\n---\nbody`);
    expect(result.fields).toMatchObject(fields);
    expect(result.body).toBe('body');
    expect(result.notes.map(({ code }) => code)).toEqual(['front-matter-repaired']);
    expect(result.notes[0]?.line).toBeGreaterThanOrEqual(line);
  });

  it.each([
    ['none', 'just text'],
    ['code', '---js\n{ title: (globalThis.ranCode = true) }\n---\nbody'],
    ['TOML', '+++\ntitle = "A"\n+++\nbody'],
    ['a rule before prose', '---\nSome prose here.\n\nMore prose.\n---\nEnd'],
    ['a lonely rule', '---\nSome prose here.'],
    ['a list and no fields', '---\n- one\n- two\n---\nbody'],
  ])('takes %s as text', (_, text) => {
    expect(read(text)).toEqual({ ...none, body: text });
    expect('ranCode' in globalThis).toBe(false);
  });

  it('reads front matter that is never closed', () => {
    const note = { code: 'front-matter-unclosed', line: 2 };
    expect(read('---\ntitle: A\ntags: b\n\nThe body.')).toMatchObject({
      fields: { title: 'A', tags: 'b' },
      body: '\nThe body.',
      notes: [note],
    });
    expect(read('---\ntitle: A\n\nThe body.\n\n---\n\nMore: text.')).toMatchObject({
      fields: { title: 'A' },
      body: '\nThe body.\n\n---\n\nMore: text.',
      notes: [note],
    });
  });

  it('reaches no prototype', () => {
    expect(readFrontMatter('---\n__proto__: { polluted: x }\nconstructor: y\n---\n').fields).toMatchObject({
      constructor: 'y',
    });
    expect(readFrontMatter('---\n__proto__: { polluted: x }\nbad: "a"b"\n---\n').fields).toMatchObject({
      bad: 'a"b',
    });
    expect('polluted' in {}).toBe(false);
  });

  it('comes to an end on hostile blocks, and keeps what is good', { timeout: 30_000 }, () => {
    const blocks = [
      '['.repeat(60_000),
      '[a,'.repeat(20_000),
      '{a: '.repeat(20_000),
      '? '.repeat(30_000),
      'a: "b"c"\n'.repeat(50_000),
      'a: "'.concat('x\n'.repeat(40_000)),
    ];
    for (const block of blocks) {
      expect(readFrontMatter(`---\ntitle: ok\nx: ${block}\n---\nbody`).fields['title']).toBe('ok');
    }
  });
});

const yaml = findCorpus('security/yaml-js-yaml');

describe.skipIf(!yaml)(
  yaml ? 'YAML that must be refused' : 'YAML that must be refused: NOT RUN, folder missing',
  () => {
    it('never throws, runs nothing and keeps good fields', () => {
      for (const file of listFiles(yaml ?? '.')) {
        const result = readFrontMatter(
          `---\ntitle: kept\n${readFileSync(file, 'utf8').replace(/^(?:---|\.\.\.)/gm, '#')}\n---\nbody`,
        );
        expect(result.hasFrontMatter, file).toBe(true);
        // A line at the margin that is no field may be read as the title going on.
        expect(result.fields['title'], file).toMatch(/^kept\b/);
      }
    });
  },
);
