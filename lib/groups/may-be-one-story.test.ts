import { expect, it } from 'vitest';
import { mayBeOneStory, type StoryFacts } from './may-be-one-story';
import { dateMarks, listProbes } from './story-marks';
import { readStoryText } from './story-text';

function facts(changes: Partial<StoryFacts & { bodyText: string }> = {}): StoryFacts {
  const { bodyText = '公司公告获得授信。', ...rest } = changes;
  const text = readStoryText({ title: '标题', digest: null, bodyText });
  return { publishedAt: new Date('2026-01-10T00:00:00Z'), language: 'zh-CN', sourceName: '甲报', categoryId: 1, text, ...rest }; // prettier-ignore
}

const other = { sourceName: '乙报', categoryId: 2 };
const at = (time: string) => ({ publishedAt: new Date(time) });

it.each([
  ['another outlet', facts(other), true],
  ['another source in the same category', facts({ sourceName: '乙报' }), true],
  ['the same source in another category', facts({ categoryId: 2 }), true],
  ['the same outlet', facts(), false],
  ['the same outlet, spelled otherwise', facts({ sourceName: '甲 报' }), false],
  ['three days later', facts({ ...other, ...at('2026-01-13T00:00:00Z') }), true],
  ['more than three days later', facts({ ...other, ...at('2026-01-13T00:00:01Z') }), false],
  ['more than three days before', facts({ ...other, ...at('2026-01-06T23:00:00Z') }), false],
  ['a translation', facts({ ...other, language: 'en' }), false],
  ['in Traditional characters', facts({ ...other, language: 'zh-TW' }), false],
  ['with a language of less detail', facts({ ...other, language: 'zh' }), true],
])('%s: %s', (_what, story, expected) => {
  expect(mayBeOneStory(facts(), story)).toBe(expected);
  expect(mayBeOneStory(story, facts())).toBe(expected);
});

it('compares flashes of "today" within one day only', () => {
  const bodyText = '央行今日开展100亿元逆回购操作。';
  const later = (time: string) => facts({ ...other, bodyText, ...at(time) });
  expect(mayBeOneStory(facts({ bodyText }), later('2026-01-10T20:00:00Z'))).toBe(true);
  expect(mayBeOneStory(facts({ bodyText }), later('2026-01-11T09:00:00Z'))).toBe(false);
});

it('finds every article within three days by its dated marks, and none of another week', () => {
  const marks = [1, 2, 3];
  const day = Date.UTC(2026, 0, 10);
  for (let hours = -72; hours <= 72; hours += 1) {
    const stored = dateMarks(marks, new Date(day + hours * 3_600_000));
    const probes = new Set(listProbes(marks, new Date(day)).flat());
    expect(stored.every((mark) => probes.has(mark))).toBe(true);
  }
  const far = dateMarks(marks, new Date(day + 7 * 86_400_000));
  expect(far.some((mark) => listProbes(marks, new Date(day)).flat().includes(mark))).toBe(false);
});
