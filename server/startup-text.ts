import { AppError, type MessageParams } from '@/lib/errors/app-error';
import en from '@/content/messages/en.json';
import zhCN from '@/content/messages/zh-CN.json';
import zhTW from '@/content/messages/zh-TW.json';
import type { Locale } from '@/lib/i18n/locales';

const textsByLocale = { en: en.startup, 'zh-CN': zhCN.startup, 'zh-TW': zhTW.startup };

type Texts = typeof en.startup;

/** The language of a terminal: Chinese where the system's language is, else English. */
export function getTerminalLocale(env: NodeJS.ProcessEnv = process.env): Locale {
  const language = (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').toLowerCase();
  if (!language.startsWith('zh')) return 'en';
  return /^zh_(?:tw|hk|mo)|hant/.test(language) ? 'zh-TW' : 'zh-CN';
}

/** A line for the terminal: `startup.<group>.<key>` of the messages, its `{params}` filled. */
export function buildStartupText<Group extends keyof Texts>(
  group: Group,
  key: keyof Texts[Group] & string,
  params: MessageParams = {},
  locale = getTerminalLocale(),
): string {
  const text: unknown = textsByLocale[locale][group][key];
  return String(text).replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** What a person reads about an error that ends a command; a stack only for errors that we do not know. */
export function describeStartupError(error: unknown, locale = getTerminalLocale()): string {
  if (error instanceof AppError) {
    const { code, params } = refine(error, locale);
    if (isErrorKey(code)) return buildStartupText('errors', code, params, locale);
  }
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${buildStartupText('errors', 'unexpected', {}, locale)}\n${details}`;
}

function refine({ code, params }: AppError, locale: Locale): { code: string; params: MessageParams } {
  if (code !== 'config-invalid') return { code, params };
  const expected: Partial<Record<string, string>> = textsByLocale[locale].expected;
  const filled = { ...params, expected: expected[params.expected ?? ''] ?? '' };
  return { code: 'value' in params ? code : 'config-invalid-secret', params: filled };
}

function isErrorKey(code: string): code is keyof Texts['errors'] {
  return code in textsByLocale.en.errors;
}
