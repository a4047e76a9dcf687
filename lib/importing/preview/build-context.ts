import { getConfig } from '@/lib/config/config';
import { getDb } from '@/lib/db/prisma-client';
import { itemChoice } from '../import-options';
import { getImportOptions } from '../import-store';
import type { ParseContext } from '../parse-context';

/** What a file of an import is read with; `paths` are those whose choices matter. */
export async function buildPreviewContext(importId: string, paths: readonly string[]): Promise<ParseContext> {
  const { timeZone, defaultLocale } = getConfig();
  const rows = await getDb().importChoice.findMany({ where: { importId, path: { in: [...paths] } } });
  return {
    timeZone,
    defaultLanguage: defaultLocale,
    now: new Date(),
    options: await getImportOptions(importId),
    choices: new Map(rows.map(({ path, choice }) => [path, itemChoice.parse(choice)])),
  };
}
