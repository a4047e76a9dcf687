import { beforeAll, expect, test } from 'vitest';
import { loadScriptConverter } from '@/lib/i18n/script-converter';
import { findOwnScript, showInScript } from './show-in-script';
import { showName, showNames } from './show-names';

// The dictionaries take their time on a busy machine.
beforeAll(async () => {
  await loadScriptConverter('Hant');
}, 60_000);

const story = {
  slug: '发展-后',
  title: '以后的发展',
  digest: '干部表示',
  publishedAt: new Date(0),
  sourceName: '每日经济新闻',
  category: { slug: 'meiri', name: '每日经济' },
  language: 'zh-CN',
};

test('a story in Simplified on a Traditional page', async () => {
  expect(await showInScript('zh-TW', story)).toEqual({
    ...story,
    title: '以後的發展',
    digest: '幹部表示',
    sourceName: '每日經濟新聞',
    category: { slug: 'meiri', name: '每日經濟' },
    language: 'zh-TW',
  });
});

test.each(['zh-CN', 'en'])('it stays as it is on a page in %s', async (locale) => {
  expect(await showInScript(locale, story)).toEqual(story);
});

test('a story in Traditional is shown as it is there, and in Simplified on a Simplified page', async () => {
  const traditional = { ...story, language: 'zh-TW', title: '皇后表示發展', digest: null };
  expect(await showInScript('zh-TW', traditional)).toMatchObject({ title: '皇后表示發展', digest: null });
  expect(await showInScript('zh-CN', traditional)).toMatchObject({
    title: '皇后表示发展',
    language: 'zh-CN',
  });
  expect(await showInScript('en', traditional)).toBe(traditional);
});

test('its letters tell the script of a story that was given the wrong language', async () => {
  const mislabelled = { ...story, title: '臺灣里長選舉開票', digest: null };
  expect(findOwnScript(mislabelled)).toBe('Hant');
  expect(await showInScript('zh-TW', mislabelled)).toMatchObject({
    title: '臺灣里長選舉開票',
    language: 'zh-TW',
  });
});

test('other languages keep their letters, but the Chinese names beside them change', async () => {
  const japanese = { ...story, language: 'ja', title: '国会で発表', digest: '会社の余裕' };
  expect(await showInScript('zh-TW', japanese)).toEqual({
    ...japanese,
    sourceName: '每日經濟新聞',
    category: { slug: 'meiri', name: '每日經濟' },
  });
});

test('lists, records and pages are gone through; keys and dates stay', async () => {
  const page = { items: [story], next: '发', tags: ['发展'], by: { older: story, newer: null } };
  const shown = await showInScript('zh-TW', page);
  expect(shown).toMatchObject({
    next: '发',
    tags: ['发展'],
    by: { older: { title: '以後的發展' }, newer: null },
  });
  expect(shown.items[0]?.publishedAt).toEqual(story.publishedAt);
});

test('bodies keep their tags', async () => {
  const article = {
    language: 'zh-CN',
    bodyHtml: '<p title="里面">皇<a href="/后">后</a></p>',
    bodyText: '发后',
  };
  expect(await showInScript('zh-TW', article)).toMatchObject({
    bodyHtml: '<p title="裡面">皇<a href="/后">后</a></p>',
  });
});

test('names and tags', async () => {
  expect(await showName('zh-TW', '宏观经济')).toBe('宏觀經濟');
  expect(await showName('zh-CN', '臺積電法說')).toBe('台积电法说');
  expect(await showName('zh-TW', 'コロナ国会')).toBe('コロナ国会');
  expect(await showName('zh-CN', '茅台')).toBe('茅台');
  expect(await showNames('zh-TW', ['发展', 'AI'])).toEqual([
    { key: '发展', name: '發展' },
    { key: 'AI', name: 'AI' },
  ]);
});

test('marked hits, other names and texts that do not say their language', async () => {
  const found = {
    ...story,
    snippet: [
      { text: '头', isHit: false },
      { text: '发展', isHit: true },
    ],
  };
  expect((await showInScript('zh-TW', found)).snippet).toEqual([
    { text: '頭', isHit: false },
    { text: '發展', isHit: true },
  ]);
  expect(await showInScript('zh-TW', { name: '万科', aliases: ['万科Ａ', 'VANKE'] })).toEqual({
    name: '萬科',
    aliases: ['萬科Ａ', 'VANKE'],
  });
  const suggestions = [{ text: '发展' }, { text: 'コロナ国会' }, { text: '于謙發言' }];
  expect(await showInScript('zh-TW', suggestions)).toEqual([
    { text: '發展' },
    { text: 'コロナ国会' },
    { text: '于謙發言' },
  ]);
});
