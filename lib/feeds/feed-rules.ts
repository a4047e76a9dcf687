import { createContext, Script, type Context } from 'node:vm';
import type { RawEntry, RawPost } from '@/lib/importing/readers/raw-post';
import { readExpression, type FeedRule } from './feed-settings';

/** What the rules make of one item. */
export type RuledEntry = { outcome: 'kept' | 'held' | 'dropped'; entry: RawEntry };

/** Regular expressions see this much of a field. */
const maxLength = 2000;
/** Of the body, before its tags are taken out. */
const maxBodyLength = 20_000;
/** An expression that takes longer is off for the rest of the poll: it would stop the whole portal. */
const maxExpressionMs = 200;

/** Goes over the items with the rules of a source, in order. Items that are no posts pass. */
export function applyRules(entries: Iterable<RawEntry>, rules: readonly FeedRule[]): RuledEntry[] {
  const matchers = rules.map((rule) => ({ rule, matches: buildMatcher(rule.pattern) }));
  return [...entries].map((entry) => {
    if (entry.kind !== 'post') return { outcome: 'kept', entry };
    let post = entry.post;
    let outcome: RuledEntry['outcome'] = 'kept';
    for (const { rule, matches } of matchers) {
      if (!readField(entry.post, rule.field).some(matches)) continue;
      if (rule.action === 'drop') return { outcome: 'dropped', entry };
      if (rule.action === 'hold') outcome = 'held';
      post = act(post, rule);
    }
    return { outcome, entry: { kind: 'post', post } };
  });
}

function act(post: RawPost, { action, value = '' }: FeedRule): RawPost {
  const { fields } = post;
  if (action === 'hold') return { ...post, fields: { ...fields, status: 'draft' } };
  if (action === 'tag') return { ...post, fields: { ...fields, tags: [...listWords(fields.tags), value] } };
  // The item's own categories stay findable as tags.
  const own = [fields.category, fields.categories].flatMap(listWords);
  const tags = [...own, ...listWords(fields.tags)];
  return { ...post, fields: { ...fields, tags, category: value, categories: [], category_name: value } };
}

/** The texts in which a rule looks. */
function readField({ fields, body }: RawPost, field: FeedRule['field']): string[] {
  switch (field) {
    case 'title':
      return listWords(fields.title);
    case 'link':
      return [fields.link, fields.source_url].flatMap(listWords);
    case 'tag':
      return [fields.category, fields.categories, fields.tag, fields.tags].flatMap(listWords);
    case 'body':
      return [readPlainText(body)];
  }
}

function readPlainText(body: string): string {
  return body.slice(0, maxBodyLength).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '); // prettier-ignore
}

function listWords(value: unknown): string[] {
  return [value]
    .flat()
    .filter((word) => typeof word === 'string')
    .filter((word) => word !== '');
}

function buildMatcher(pattern: string): (text: string) => boolean {
  const expression = readExpression(pattern);
  if (expression) return buildExpressionMatcher(new RegExp(expression.source, expression.flags));
  const wanted = fold(pattern);
  return (text) => fold(text).includes(wanted);
}

/** Only a script of its own can be stopped in the middle of a match. */
function buildExpressionMatcher(expression: RegExp): (text: string) => boolean {
  const holder: { expression: RegExp; text: string } = { expression, text: '' };
  const context: Context = createContext(holder);
  const script = new Script('expression.test(text)');
  let isOff = false;
  return (text) => {
    if (isOff) return false;
    holder.text = text.slice(0, maxLength);
    try {
      return script.runInContext(context, { timeout: maxExpressionMs }) === true;
    } catch {
      isOff = true;
      return false;
    }
  };
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
