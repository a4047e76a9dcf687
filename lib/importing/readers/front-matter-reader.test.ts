import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findCorpus, listFiles } from '@/testing/test-corpus';
import { frontMatterReader } from './front-matter-reader';
import { plainTextReader } from './plain-text';
import type { ReadOptions } from './raw-post';

function read(text: string, options: ReadOptions = {}) {
  const [entry] = [...frontMatterReader.read(text, 'a.md', options)];
  if (entry?.kind !== 'post') return entry;
  const { fields, body, bodyFormat, notes } = entry.post;
  return { fields: { ...fields }, body, bodyFormat, notes };
}

const toml = `+++
title = "A"
date = 2022-02-18T14:51:45+08:00
draft = false
weight = 7
tags = ["x", "y"]
aliases = ["/old/"]
[params]
  author = "B"
+++
body`;

describe('frontMatterReader', () => {
  it.each<[string, string, Record<string, unknown>, string]>([
    ['YAML of Jekyll', '---\ntitle: A\n---\nbody', { title: 'A' }, 'jekyll'],
    ['TOML', toml, { title: 'A', date: '2022-02-18T14:51:45.000+08:00', draft: 'false', tags: ['x', 'y'], aliases: ['/old/'], author: 'B' }, 'markdown'],
    ['a TOML day', '+++\ndate = 2022-02-18\n+++\nbody', { date: '2022-02-18' }, 'markdown'],
    ['empty TOML', '+++\n+++\nbody', {}, 'markdown'],
    ['JSON of Hugo', '{\n  "title": "A }",\n  "tags": ["x"],\n  "draft": true\n}\n\nbody', { title: 'A }', tags: ['x'], draft: 'true' }, 'markdown'],
    ['JSON of Hexo', '"title": "A",\n"date": "2022-02-18"\n;;;\nbody', { title: 'A', date: '2022-02-18' }, 'markdown'],
    ['JSON of Hexo with a fence', ';;;\n"title": "A"\n;;;\nbody', { title: 'A' }, 'markdown'],
    ['Hugo’s names', '---\npublishDate: 2022-01-01\nlastmod: 2022-02-01\nurl: /p/\nimages: [/a.png]\n---\nbody', { date: '2022-01-01', updated: '2022-02-01', permalink: '/p/', image: '/a.png' }, 'jekyll'],
    ['its own name before Hugo’s', '---\nurl: /b/\npermalink: /a/\n---\nbody', { permalink: '/a/' }, 'jekyll'],
    ['tables of Zola', '+++\n[taxonomies]\ntags = ["x"]\n[extra]\nlang = "en"\n+++\nbody', { tags: ['x'], lang: 'en' }, 'markdown'],
    ['nested categories of Hexo', '---\ncategories: [[a, b], [c]]\n---\nbody', { categories: ['a', 'b', 'c'] }, 'jekyll'],
  ])('reads %s', (_, text, fields, bodyFormat) => {
    expect(frontMatterReader.recognise(text, 'a')).toBe(true);
    const found = read(text);
    expect(found).toMatchObject({ fields, bodyFormat, notes: [] });
    expect(found && 'body' in found && found.body.trim()).toBe('body');
  }); // prettier-ignore

  it.each<[string, string, Record<string, unknown>, number]>([
    ['raw quotes in TOML', '+++\ntags = ["x"]\ntitle = "he said "hi""\n+++\nbody', { title: 'he said "hi"', tags: ['x'] }, 3],
    ['bare words in TOML', '+++\ntitle = A post\ndraft = true\n[params]\nlang = "en"\n+++\nbody', { title: 'A post', draft: 'true', lang: 'en' }, 2],
    ['an open list in TOML', '+++\ntags = ["x", "y"\ntitle = "A"\n+++\nbody', { tags: ['x', 'y'], title: 'A' }, 2],
    ['raw quotes in JSON', '{\n"title": "he said "hi"",\n"tags": ["x"]\n}\nbody', { title: 'he said "hi"', tags: ['x'] }, 2],
    ['a comma too many in JSON', '{\n"title": "A",\n"tags": ["x"],\n}\nbody', { title: 'A', tags: ['x'] }, 1],
  ])('repairs %s', (_, text, fields, line) => {
    expect(frontMatterReader.recognise(text, 'a')).toBe(true);
    expect(read(text)).toMatchObject({ fields, body: 'body', notes: [{ code: 'front-matter-repaired' }] });
    const found = read(text);
    expect(found && 'notes' in found && found.notes[0]?.line).toBeGreaterThanOrEqual(line);
  }); // prettier-ignore

  it.each([
    ['yaml', '---\ntitle: "a"b"\n---\nbody'],
    ['toml', '+++\ntitle = a b\n+++\nbody'],
    ['json', '{\n"title": "a"b",\n}\nbody'],
  ])('rejects broken %s when repairs are switched off', (reason, text) => {
    const withoutRepairs = new Set(['front-matter-repaired']);
    expect(read(text, { withoutRepairs })).toMatchObject({
      kind: 'rejected',
      path: 'a.md',
      note: { code: 'front-matter-broken', params: { reason } },
    });
    expect(read('---\ntitle: a\n---\nbody', { withoutRepairs })).toMatchObject({ fields: { title: 'a' } });
  });

  it('ends TOML that is never closed where its fields end', () => {
    expect(read('+++\ntitle = "A"\n\nThe body.')).toMatchObject({
      fields: { title: 'A' },
      body: '\nThe body.',
      notes: [{ code: 'front-matter-unclosed', line: 2 }],
    });
  });

  it.each([
    ['none', 'text'],
    ['code', '---js\n{ title: (globalThis.ranCode = true) }\n---\nbody'],
    ['a rule of pluses', '+++\nSome prose.\n+++'],
    ['a JSON file', '{\n"title": "A"\n}\n'],
    ['JSON Lines', '{"title":"A"}\n{"title":"B"}'],
    ['Liquid', '{% raw %}\ntext'],
  ])('does not see front matter in %s', (_, text) => {
    expect(frontMatterReader.recognise(text, 'a.md')).toBe(false);
    expect('ranCode' in globalThis).toBe(false);
  });

  it.each([
    ['{{< note >}}inner **text**{{< /note >}}', 'inner **text**'],
    ['{{% tip "x" %}}\ninner\n{{% /tip %}}', '\ninner\n'],
    ['{{< figure src="/a b.png" alt="[x]" >}}', '![\\[x\\]](</a b.png>)'],
    ['{{< figure src="/a.png" title="T" >}}', '![T](</a.png>)\n\n*T*\n'],
    ['[a]({{< ref "post.md" >}})', '[a](post.md)'],
    ['{{</* note */>}}', '{{< note >}}'],
    ['{{ site.title }} {% raw %}', '{{ site.title }} {% raw %}'],
    ['{{< open', '{{< open'],
  ])('reads shortcodes: %s', (body, expected) => {
    expect(read(`+++\n+++\n${body}`)).toMatchObject({ body: expected });
  });

  it('comes to an end on hostile blocks', { timeout: 20_000 }, () => {
    const blocks = ['[', '{', 'a.', '"', "'''", '[[', 'a=[', '{{< ', '{"a":'].map((part) => part.repeat(20_000));
    for (const block of blocks)
      for (const text of [`+++\ntitle = "ok"\nx = ${block}\n+++\n${block}`, `{\n"title": "ok",\n"x": ${block}\n}\n${block}`]) {
        frontMatterReader.recognise(text, 'a');
        expect(JSON.stringify(read(text))).toBeTruthy();
      }
  }); // prettier-ignore
});

describe('plainTextReader', () => {
  it.each([
    ['a.md', 'x', 'markdown'],
    ['a.txt', 'x', 'text'],
    ['a.HTML', '<p>x</p>', 'html'],
    ['-', 'x', 'markdown'],
    ['-', '<p>x</p>', 'html'],
  ])('takes %s', (path, text, bodyFormat) => {
    expect(plainTextReader.recognise(text, path)).toBe(true);
    expect([...plainTextReader.read(text, path, {})]).toEqual([
      {
        kind: 'post',
        post: {
          path,
          fields: {},
          body: text,
          bodyFormat,
          line: 1,
          notes: [{ code: 'front-matter-missing' }],
        },
      },
    ]);
  });

  it.each(['LICENSE', 'a.json', 'a.xml', 'a.yml'])('leaves %s', (path) => {
    expect(plainTextReader.recognise('x', path)).toBe(false);
  });
});

const corpus = findCorpus('ruby-lang');

describe.skipIf(!corpus)(corpus ? 'real Jekyll posts' : 'real Jekyll posts: NOT RUN, folder missing', () => {
  it('are all recognised, with a title each', () => {
    const files = listFiles(corpus ?? '.').filter((file) => /\.(?:md|markdown)$/.test(file) && !file.endsWith('README.md')); // prettier-ignore
    expect(files.length).toBeGreaterThan(2000);
    const wrong = files.filter((file) => {
      const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
      const found = frontMatterReader.recognise(text, file) ? read(text) : undefined;
      return !(found && 'fields' in found && typeof found.fields['title'] === 'string');
    });
    expect(wrong).toEqual([]);
  }, 30_000);
});
