import { type ImportOutcome, importOutcomes } from './import-report';

/** Items of an import that are done. */
export function countProcessed(counts: Record<ImportOutcome, number>): number {
  return importOutcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
}
