/** A share of a company or a sector that a post names. */
export interface StockMention {
  /** Market number of the source: "1" Shanghai, "0" Shenzhen, "106" NYSE, "116" Hong Kong, "90" sectors … */
  market: string;
  /** "600160", "NIO", "BK0493". */
  code: string;
  name: string;
  kind: 'stock' | 'sector';
  count: number;
}
