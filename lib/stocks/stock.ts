import type { StockRef } from './stock-code';

export type StockKind = 'stock' | 'sector';

/** A share or sector as readers meet it in a list. */
export interface StockSummary extends StockRef {
  /** The name that most stories use; its code where none tells one. */
  name: string;
  kind: StockKind;
}

/** A share or sector with everything its page says of it. */
export interface Stock extends StockSummary {
  id: number;
  /** Other names that stories use, most frequent first. */
  aliases: string[];
  /** How many published stories mention it. */
  stories: number;
  /** Day in TIME_ZONE of the newest of them: `2022-02-18`. */
  lastDay: string;
}

export interface StockCount extends StockSummary {
  stories: number;
}

export interface StockDay {
  /** `2022-02-18` in TIME_ZONE. */
  day: string;
  stories: number;
}
