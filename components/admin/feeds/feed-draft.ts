import type { Feed } from '@/lib/feeds/feed';
import type { FeedRule } from '@/lib/feeds/feed-settings';

/** A rule in the form; `key` stays with it when rules move. */
export type DraftRule = Required<FeedRule> & { key: number };

/** A source as it stands in the form: texts, empty where nothing is stated. */
export interface FeedDraft {
  name: string;
  url: string;
  kind: Feed['kind'];
  intervalSeconds: number;
  itemsPath: string;
  mapped: Record<string, string>;
  category: string;
  language: string;
  timeZone: string;
  charset: string;
  canonical: Feed['settings']['canonical'];
  rules: DraftRule[];
}

export const emptyDraft: FeedDraft = {
  name: '',
  url: '',
  kind: 'feed',
  intervalSeconds: 900,
  itemsPath: '',
  mapped: {},
  category: '',
  language: '',
  timeZone: '',
  charset: '',
  canonical: 'own',
  rules: [],
};

/** What the form shows of a source. */
export function buildDraft(
  feed: Pick<Feed, 'name' | 'url' | 'kind' | 'intervalSeconds' | 'mapping' | 'settings'>,
): FeedDraft {
  const { settings, mapping } = feed;
  return {
    name: feed.name,
    url: feed.url,
    kind: feed.kind,
    intervalSeconds: feed.intervalSeconds,
    itemsPath: mapping.items,
    mapped: Object.fromEntries(Object.entries(mapping.fields).map(([field, path]) => [field, path])),
    category: settings.category?.name ?? '',
    language: settings.language ?? '',
    timeZone: settings.timeZone ?? '',
    charset: settings.charset ?? '',
    canonical: settings.canonical,
    rules: settings.rules.map((rule, key) => ({ value: '', ...rule, key })),
  };
}

/** What the form sends: a `FeedForm` before it is checked. */
export function buildFormBody(draft: FeedDraft) {
  const { name, url, kind, intervalSeconds, itemsPath, mapped, category, rules, ...settings } = draft;
  return {
    name,
    url,
    kind,
    intervalSeconds,
    mapping: kind === 'json' ? { items: itemsPath, fields: mapped } : {},
    settings: {
      ...settings,
      ...(category.trim() !== '' && { category: { name: category } }),
      rules: rules.map(({ key: _key, ...rule }) => rule),
    },
  };
}

/** A rule to begin with, with a key that no other has. */
export function buildRule(rules: readonly DraftRule[]): DraftRule {
  const key = Math.max(-1, ...rules.map((rule) => rule.key)) + 1;
  return { field: 'title', pattern: '', action: 'drop', value: '', key };
}
