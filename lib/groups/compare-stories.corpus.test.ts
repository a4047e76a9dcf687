import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportedPost } from '@/lib/importing/imported-post';
import { parseOne } from '@/testing/parse-one';
import { rewrites } from '@/testing/rewrite-story';
import { findCorpus } from '@/testing/test-corpus';
import { compareStories } from './compare-stories';
import { mayBeOneStory } from './may-be-one-story';
import { buildStoryMarks } from './story-marks';
import { readStoryText, type StorySource, type StoryText } from './story-text';

// Pairs of real posts with our labels (testing/story-pairs.tsv: paths only), and real posts rewritten as outlets do.
const folders = ['finews', 'finews-twins', 'ruby-lang'].map((part) => findCorpus(part));
const root = folders[0]?.replace(/finews$/, '');
const isThere = folders.every((folder) => folder !== undefined);
const otherStories = new Set(['otherDay', 'someFigures', 'otherName']);
const context = { timeZone: 'Asia/Shanghai', defaultLanguage: 'zh-CN', now: new Date('2026-11-22') };

interface Label {
  label: string;
  one: string;
  other: string;
}

function readLabels(): Label[] {
  const lines = readFileSync(join(import.meta.dirname, '../../testing/story-pairs.tsv'), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .map(([label = '', one = '', other = '']) => ({ label, one, other }));
}

const posts = new Map<string, ImportedPost>();

function readPost(name: string): ImportedPost {
  const known = posts.get(name);
  if (known) return known;
  const file = join(root ?? '', name);
  const item = parseOne({ path: relative(root ?? '', file), bytes: readFileSync(file) }, context);
  if (!('post' in item)) throw new Error(`${name} is no post`);
  posts.set(name, item.post);
  return item.post;
}

/** As the write path does it: first what the index finds, then the comparison. */
function isFound(one: StoryText, other: StoryText): boolean {
  const marks = new Set(buildStoryMarks(other));
  return (
    buildStoryMarks(one).filter((mark) => marks.has(mark)).length >= 2 && compareStories(one, other).isSame
  );
}

function judge(pairs: { isSame: boolean; isFound: boolean }[]) {
  const found = pairs.filter((pair) => pair.isFound);
  const right = found.filter(({ isSame }) => isSame).length;
  const same = pairs.filter(({ isSame }) => isSame).length;
  return { pairs: pairs.length, same, precision: right / found.length, recall: right / same };
}

describe.skipIf(!isThere)(
  isThere ? 'the same story in real posts' : 'the same story in real posts: NOT RUN, folder missing',
  { timeout: 120_000 },
  () => {
    it('is known among pairs of one language', () => {
      const pairs = readLabels()
        .filter(({ label }) => label === 'same' || label === 'different')
        .map(({ label, one, other }) => ({
          name: `${one} ${other}`,
          isSame: label === 'same',
          isFound: isFound(readStoryText(readPost(one)), readStoryText(readPost(other))),
        }));
      const figures = judge(pairs);
      process.stdout.write(`real pairs: ${JSON.stringify(figures)}\n`);
      expect(figures.pairs).toBeGreaterThan(300);
      expect(pairs.filter((pair) => pair.isFound !== pair.isSame).map(({ name }) => name)).toHaveLength(3);
    });

    it('is no translation', () => {
      const labels = readLabels().filter(({ label }) => label === 'translation');
      const facts = (name: string) => ({
        ...readPost(name),
        categoryId: null,
        text: readStoryText(readPost(name)),
      });
      const mixed = labels.filter(({ one, other }) =>
        mayBeOneStory({ ...facts(one), sourceName: 'a' }, { ...facts(other), sourceName: 'b' }),
      );
      expect(labels.length).toBeGreaterThan(20);
      expect(mixed).toEqual([]);
    });

    it('is known when outlets rewrite it, and another day, company or figure is not', () => {
      const pairs = readLabels()
        .filter(({ label }) => label === 'rewritten')
        .flatMap(({ one }) => {
          const { title, digest, bodyText } = readPost(one);
          const story: StorySource = { title, digest, bodyText };
          return Object.entries(rewrites)
            .map(([how, rewrite]) => ({ how, rewritten: rewrite(story) }))
            .filter(({ rewritten }) => rewritten.title !== title || rewritten.bodyText !== bodyText)
            .map(({ how, rewritten }) => ({
              isSame: !otherStories.has(how),
              isFound: isFound(readStoryText(story), readStoryText(rewritten)),
            }));
        });
      const figures = judge(pairs);
      process.stdout.write(`rewritten posts: ${JSON.stringify(figures)}\n`);
      expect(figures.pairs).toBeGreaterThan(400);
      expect(figures.precision).toBeGreaterThanOrEqual(0.99);
      expect(figures.recall).toBeGreaterThanOrEqual(0.98);
    });
  },
);
