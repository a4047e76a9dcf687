import { describe, expect, it } from 'vitest';
import en from '@/content/messages/en.json';
import zhCN from '@/content/messages/zh-CN.json';
import { parseConfig } from '@/lib/config/config';
import { AppError } from '@/lib/errors/app-error';
import { describeStartupError, getTerminalLocale } from './startup-text';

it.each([
  [{ LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
  [{ LANG: 'zh_TW.UTF-8' }, 'zh-TW'],
  [{ LANG: 'de_DE.UTF-8' }, 'en'],
  [{}, 'en'],
] as const)('%j speaks %s', (env, locale) => {
  expect(getTerminalLocale({ ...env, NODE_ENV: 'test' })).toBe(locale);
});

describe('a wrong setting', () => {
  function describeSetting(env: Record<string, string>): string {
    try {
      parseConfig(env);
    } catch (error) {
      return describeStartupError(error, 'en');
    }
    return '';
  }

  it('is named with what was expected', () => {
    expect(describeSetting({ PORT: 'abc' })).toBe(
      'The setting PORT is wrong: expected a whole number from 1 to 65535, but it is abc.',
    );
  });

  it('that may be a secret is not shown', () => {
    const sentence = describeSetting({ DATABASE_URL: 'mysql://me:hunter2@h/db' });
    expect(sentence).toContain('DATABASE_URL');
    expect(sentence).not.toContain('hunter2');
  });
});

it('both languages have the same sentences with the same places to fill', () => {
  const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const key of Object.keys(en.startup.errors) as (keyof typeof en.startup.errors)[]) {
    expect([key, places(zhCN.startup.errors[key])]).toEqual([key, places(en.startup.errors[key])]);
  }
});

it('an unknown error keeps its stack', () => {
  expect(describeStartupError(new AppError('no-such-code'), 'en')).toContain('no-such-code');
  expect(describeStartupError(new TypeError('boom'), 'en')).toContain('startup-text.test');
});
