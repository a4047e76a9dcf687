import { AppError } from '@/lib/errors/app-error';
import { normaliseCharset } from './charset-label';
import { type ImportOptions, importOptions } from './import-options';

/** Unknown input to options. Throws `options-invalid` (400) with the name of the first wrong one. */
export function parseImportOptions(input: unknown): ImportOptions {
  const parsed = importOptions.safeParse(input);
  if (!parsed.success) throw invalid(String(parsed.error.issues[0]?.path[0] ?? ''));
  const { timeZone, charset, language } = parsed.data;
  if (timeZone !== undefined && !isTimeZone(timeZone)) throw invalid('timeZone');
  if (charset !== undefined && normaliseCharset(charset) === undefined) throw invalid('charset');
  if (language !== undefined && !isLanguage(language)) throw invalid('language');
  return parsed.data;
}

/** The same for JSON as text; `undefined` is no options. */
export function parseOptionsText(text: string | null | undefined): ImportOptions | undefined {
  if (text === null || text === undefined || text === '') return undefined;
  try {
    return parseImportOptions(JSON.parse(text));
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('options-invalid', { field: '' }, 400, { cause });
  }
}

/** Whether a name is a zone of the IANA database. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function invalid(field: string): AppError {
  return new AppError('options-invalid', { field }, 400);
}
