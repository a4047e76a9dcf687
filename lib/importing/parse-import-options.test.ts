import { expect, it } from 'vitest';
import { defaultImportOptions } from './import-options';
import { parseImportOptions, parseOptionsText } from './parse-import-options';

it.each([
  [{ duplicates: 'replace' }, 'duplicates'],
  [{ timeZone: 'Asia/Nowhere' }, 'timeZone'],
  [{ charset: 'klingon' }, 'charset'],
  [{ language: 'not a language' }, 'language'],
  [{ categories: { a: { name: '' } } }, 'categories'],
  ['text', ''],
])('%j is wrong in %j', (input, field) => {
  expect(() => parseImportOptions(input)).toThrow(
    expect.objectContaining({ code: 'options-invalid', params: { field }, status: 400 }),
  );
});

it('fills what is not stated', () => {
  expect(parseImportOptions({ charset: 'gbk', timeZone: 'UTC' })).toEqual({
    ...defaultImportOptions,
    charset: 'gbk',
    timeZone: 'UTC',
  });
  expect(parseOptionsText('{}')).toEqual(defaultImportOptions);
  expect(parseOptionsText(null)).toBeUndefined();
  expect(() => parseOptionsText('{')).toThrow('options-invalid');
});
