import { settleSearchTerms } from '@/lib/articles/refresh-search-terms';
import { refreshStatistics } from '@/lib/db/refresh-statistics';
import type { FinishedItem } from './import-store';

/**
 * Refreshes the planner's statistics while an import makes the tables grow: at 400, 1,600, 6,400 … new rows, and at its
 * end, when the newest search terms are sorted in as well.
 */
export class TableGrowth {
  private written = 0;
  private next = 400;

  async note(items: FinishedItem[]): Promise<void> {
    this.written += items.filter(({ outcome }) => outcome === 'created' || outcome === 'updated').length;
    if (this.written < this.next) return;
    this.next *= 4;
    await refreshStatistics();
  }

  async end(): Promise<void> {
    if (this.written < 100) return;
    await settleSearchTerms();
    await refreshStatistics();
  }
}
