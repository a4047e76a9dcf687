import { describe, expect, it } from 'vitest';
import { findSlug, parseSummary } from './story-summary';

describe('a summary from the browser’s memory', () => {
  const whole = {
    slug: 'a',
    title: '标题',
    source: '来源',
    language: 'zh-CN',
    time: '2026-11-21T08:30:00+08:00',
    timeText: '2026-11-21 08:30',
    path: '/en/articles/a',
  };

  it('is taken whole, without what does not belong to it', () => {
    expect(parseSummary({ ...whole, more: 1 })).toEqual(whole);
  });

  it('does without what a story may lack', () => {
    expect(parseSummary({ slug: 'a', title: 't', path: '/articles/a', time: 5 })).toMatchObject({
      source: '',
      time: '',
    });
  });

  it.each([
    [null],
    ['a'],
    [{ ...whole, slug: '' }],
    [{ ...whole, title: 3 }],
    [{ ...whole, path: 'https://elsewhere.example/' }],
    [{ ...whole, path: '//elsewhere.example/' }],
    [{ ...whole, path: '/\\elsewhere.example/' }],
    [{ ...whole, path: 'javascript:alert(1)' }],
  ])('is refused: %j', (value) => {
    expect(parseSummary(value)).toBeUndefined();
  });
});

it.each([
  ['/articles/NW1', 'NW1'],
  ['/en/articles/NW1', 'NW1'],
  ['/zh-TW/articles/%E6%96%B0%E9%97%BB', '新闻'],
  ['/articles/NW1/changes', undefined],
  ['/articles/NW1.md', 'NW1.md'],
  ['/articles/', undefined],
  ['/articles/%E6', undefined],
  ['/', undefined],
])('the slug of %s is %s', (path, slug) => {
  expect(findSlug(path)).toBe(slug);
});
