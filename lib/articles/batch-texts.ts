import { sketchStory } from '@/lib/groups/sketch-story';
import { buildSearchTerms, type SearchTerms } from '@/lib/search/build-search-terms';
import type { PlannedArticle } from './article-writes';
import { termsAtOnce } from './refresh-search-terms';
import { WorkAhead } from './work-ahead';

/**
 * What search and groups make of the texts of a batch, in its order: worked out while the database writes the rest of
 * it, which takes as long again.
 */
export class BatchTexts {
  private readonly places: Map<PlannedArticle, number>;
  private readonly terms: WorkAhead<SearchTerms>;
  private readonly marks: WorkAhead<number[]>;

  constructor(batch: readonly PlannedArticle[]) {
    const planAt = (at: number) => {
      const plan = batch[at];
      if (!plan) throw new RangeError(`a batch of ${batch.length} has no number ${at}`);
      return plan;
    };
    this.places = new Map(batch.map((plan, at) => [plan, at]));
    this.terms = new WorkAhead(batch.length, (at) => buildSearchTerms(planAt(at).input), termsAtOnce);
    this.marks = new WorkAhead(batch.length, (at) => {
      const { input, contentHash } = planAt(at);
      return sketchStory(input, contentHash);
    });
  }

  takeTerms(plan: PlannedArticle): SearchTerms {
    return this.terms.take(this.placeOf(plan));
  }

  takeMarks(plan: PlannedArticle): number[] {
    return this.marks.take(this.placeOf(plan));
  }

  [Symbol.dispose](): void {
    this.terms[Symbol.dispose]();
    this.marks[Symbol.dispose]();
  }

  private placeOf(plan: PlannedArticle): number {
    return this.places.get(plan) ?? -1;
  }
}
