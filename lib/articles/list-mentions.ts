import { findStockCodes } from '@/lib/stocks/find-stock-codes';
import { buildStockId, normaliseStock } from '@/lib/stocks/stock-code';
import type { ArticleInput } from './article-input';

/** A share or sector that an article names; `name` is null where it gives the code alone. */
export interface NamedMention {
  market: string;
  code: string;
  name: string | null;
  kind: string;
  count: number;
}

/**
 * Everything that an article mentions, each share once: what its markup marks, and what its text names by code. Where
 * both do, the markup's name counts.
 */
export function listMentions(
  input: Pick<ArticleInput, 'title' | 'digest' | 'bodyText' | 'mentions'>,
): NamedMention[] {
  const found = new Map<string, NamedMention>();
  for (const mention of input.mentions) {
    const stock = normaliseStock(mention);
    const known = found.get(buildStockId(stock));
    if (known) known.count += mention.count;
    else found.set(buildStockId(stock), { ...mention, ...stock, name: readName(mention) });
  }
  for (const mention of findStockCodes([input.title, input.digest ?? '', input.bodyText].join('\n'))) {
    const known = found.get(buildStockId(mention));
    if (known) known.name ??= mention.name;
    else found.set(buildStockId(mention), mention);
  }
  return [...found.values()];
}

/** A stock without a name bears its code instead. */
function readName({ name, code }: { name: string; code: string }): string | null {
  const trimmed = name.trim();
  return trimmed === '' || trimmed === code ? null : trimmed;
}
