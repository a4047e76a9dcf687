import type { ImportOptions } from '@/lib/importing/import-options';

/** Options with a text, without it when it is empty. */
export function withText(
  draft: ImportOptions,
  name: 'sourceName' | 'timeZone' | 'charset' | 'language',
  value: string,
): ImportOptions {
  const { [name]: _, ...rest } = draft;
  return value.trim() === '' ? rest : { ...rest, [name]: value };
}
