import { z } from 'zod';
import { longestQuery } from './parse-search-query';

const day = z.iso.date().optional().catch(undefined);
const word = z.string().trim().min(1).max(100).optional().catch(undefined);

/** What the address of the search page says; a value that makes no sense counts as not given. */
const addressSchema = z.object({
  // Kept when too long, so that the page can say so.
  q: z.string().max(10_000).catch(''),
  order: z.enum(['best', 'newest']).catch('best'),
  category: word,
  from: day,
  to: day,
  /** Key, code, name or initials of a stock. */
  stock: word,
  before: z.string().min(1).max(60).optional().catch(undefined),
});

export type SearchAddress = z.infer<typeof addressSchema>;

/** The names of the filters, in the order in which they are shown. */
export const filterNames = ['category', 'stock', 'from', 'to'] as const;

export type FilterName = (typeof filterNames)[number];

/** Reads the query parameters of `/search`. */
export function parseSearchAddress(query: unknown): SearchAddress {
  const address = addressSchema.parse(query);
  const { from, to } = address;
  return from !== undefined && to !== undefined && from > to ? { ...address, from: to, to: from } : address;
}

/** The path of a search, without language prefix; best order is not named. */
export function buildSearchPath(address: Partial<SearchAddress>): string {
  const { order, q, ...rest } = address;
  const named = {
    q: q?.trim().slice(0, longestQuery * 2),
    order: order === 'newest' ? order : undefined,
    ...rest,
  };
  const pairs = Object.entries(named).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${name}=${encodeURIComponent(value.toWellFormed())}`],
  );
  return pairs.length === 0 ? '/search' : `/search?${pairs.join('&')}`;
}

/** The same search without some of its filters, from its first page. */
export function withoutFilters(address: SearchAddress, names: readonly FilterName[]): SearchAddress {
  const dropped = Object.fromEntries(names.map((name) => [name, undefined]));
  return { ...address, ...dropped, before: undefined };
}
