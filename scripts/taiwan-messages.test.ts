import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Converter } from 'opencc-js/cn2t';
import { expect, test } from 'vitest';
import { buildTaiwanTexts, listTexts, parseCorrections, parseTexts } from './taiwan-messages';

const folder = path.resolve(import.meta.dirname, '../content/messages');

function read(name: string): string {
  return readFileSync(path.join(folder, name), 'utf8');
}

const chinese = parseTexts(read('zh-CN.json'));
const taiwan = parseTexts(read('zh-TW.json'));
const english = parseTexts(read('en.json'));
const corrections = parseCorrections(read('zh-TW.corrections.json'));
const convert = Converter({ from: 'cn', to: 'twp' });

test('no correction is of a text that has changed (read it again, then bring its "of" up to date)', () => {
  expect(buildTaiwanTexts(chinese, corrections, convert).stale).toEqual([]);
});

test('zh-TW.json is what `npm run messages` makes', () => {
  expect(taiwan).toEqual(buildTaiwanTexts(chinese, corrections, convert).texts);
});

test('no correction says what would be said without it', () => {
  const alone = listTexts(buildTaiwanTexts(chinese, { ...corrections, texts: {} }, convert).texts);
  expect(Object.entries(corrections.texts).filter(([key, { is }]) => alone.get(key) === is)).toEqual([]);
});

/** Words of the mainland's software, and forms that show where a conversion went wrong. */
const notTaiwan =
  /软|网络|網絡|信息|默認|鏈接|連接[^埠]|用戶(?!端)|軟件|服務器|文件夾|登錄|導入|導出|搜索|發佈|釋出|許可權|賬|後臺|平臺|欄目|沒有采|隻影響|[“”]/u;

test('zh-TW speaks as Taiwan does', () => {
  const odd = [...listTexts(taiwan)].filter(
    ([key, text]) => notTaiwan.test(text) && !key.startsWith('admin.languages'),
  );
  expect(odd).toEqual([]);
});

test.each([
  ['zh-TW', taiwan],
  ['en', english],
])('%s has every text of zh-CN and no other, with its parameters', (_, texts) => {
  const [wanted, found] = [listTexts(chinese), listTexts(texts)];
  expect([...found.keys()].sort()).toEqual([...wanted.keys()].sort());
  const lacking = [...wanted].filter(([key, text]) => !hasParameters(found.get(key) ?? '', text));
  expect(lacking).toEqual([]);
});

function hasParameters(text: string, model: string): boolean {
  const names = [...model.matchAll(/\{([A-Za-z]\w*)(?=[},])/g)].map(([, name]) => name ?? '');
  return names.every((name) => new RegExp(`\\{${name}[},]`).test(text));
}

test('words of the corrections come before OpenCC, the longest first', () => {
  const known = { words: { 发: '发', 发布: '發布' }, texts: { 'a.b': { of: '旧', is: '舊的' } } };
  expect(
    buildTaiwanTexts({ a: { b: '新', c: '发布发' } }, known, (text) => text.replace('新', '『新』')),
  ).toEqual({
    texts: { a: { b: '舊的', c: '發布发' } },
    stale: ['a.b'],
  });
});
