import { describe, expect, it } from 'vitest';
import { locales } from '@/lib/i18n/locales';
import { loadMessages } from '@/lib/i18n/messages';
import { describeNote } from './describe-note';
import { rejectionCodes, warningCodes, type ImportNote } from './import-note';

const codes = [...warningCodes, ...rejectionCodes];

describe.each(locales)('texts in %s', (locale) => {
  it.each(codes)('say what %s means, with and without its parameters', (code) => {
    const text = describeNote({ code }, locale);
    expect(text).not.toMatch(/[{}]|importNotes|^$/);
    expect(text.length).toBeGreaterThan(4);
    expect(loadMessages(locale).admin.noteNames[code]).toBeTruthy();
  });

  it('belong to codes that exist', () => {
    expect(Object.keys(loadMessages(locale).importNotes).sort()).toEqual([...codes].sort());
    expect(Object.keys(loadMessages(locale).admin.noteNames).sort()).toEqual([...codes].sort());
  });
});

it.each<[ImportNote, string, string]>([
  [
    { code: 'title-guessed', params: { from: 'digest' } },
    '没有标题，已从摘要中取得。请核对。',
    'It has no title; one was taken from the digest. Check it.',
  ],
  [
    { code: 'date-guessed', params: { from: 'file-time', date: '2022-02-18' } },
    '没有可用的日期，已取文件修改时间：2022-02-18。请核对。',
    'It has no usable date; the time of the file was taken: 2022-02-18. Check it.',
  ],
  [
    { code: 'chart-removed', params: { count: 2 } },
    '移除了 2 处行情图残留。',
    '2 leftovers of quote charts were removed.',
  ],
  [
    { code: 'not-a-post', params: { type: 'png' } },
    '这不是文章（png）。可导入文章、网页、订阅源、WordPress 与 Ghost 导出、JSON、CSV，以及它们的压缩包。',
    'This is no post (png). Posts, web pages, feeds, WordPress and Ghost exports, JSON, CSV and archives of them are imported.',
  ],
  [
    { code: 'unreadable', params: { reason: 'EACCES' } },
    '无法读取这个文件：没有权限。',
    'The file could not be read: no permission.',
  ],
  [
    { code: 'date-invalid', params: { value: "<b>{x}'" } },
    "文中写的日期“<b>{x}'”不存在，没有采用。",
    "The stated date “<b>{x}'” does not exist and was not used.",
  ],
])('describes %j', (note, chinese, english) => {
  expect([describeNote(note, 'zh-CN'), describeNote(note, 'en')]).toEqual([chinese, english]);
});
