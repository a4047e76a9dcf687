import { importOptions, type ImportOptions } from '@/lib/importing/import-options';
import type { FeedSettings } from './feed-settings';

/** The settings of a source as options of the import of its items. Without a category its own name is one. */
export function buildFeedOptions({
  name,
  settings,
}: {
  name: string;
  settings: FeedSettings;
}): ImportOptions {
  const { category, language, timeZone } = settings;
  return importOptions.parse({
    language,
    timeZone,
    sourceName: name,
    defaultCategory: category ?? { name },
  });
}
