/** How fast an import goes and how long it still takes; null while nobody can know. */
export interface ProgressRate {
  ratePerSecond: number | null;
  secondsLeft: number | null;
}

interface Sample {
  atMs: number;
  processed: number;
}

const windowMs = 10_000;
const shortestMs = 800;

/** The rate of one import over the last ten seconds. */
export class RateWindow {
  private samples: Sample[] = [];

  /** Takes note of how many items are done at a moment (milliseconds) and works the rate out. */
  note(atMs: number, processed: number, total: number): ProgressRate {
    // A preview that is run again begins at nought.
    if (processed < (this.samples.at(-1)?.processed ?? 0)) this.samples = [];
    this.samples.push({ atMs, processed });
    const recent = this.samples.findIndex((sample) => sample.atMs >= atMs - windowMs);
    this.samples = this.samples.slice(Math.max(0, recent));
    const [first] = this.samples;
    if (!first || atMs - first.atMs < shortestMs || processed === first.processed)
      return { ratePerSecond: null, secondsLeft: null };
    const rate = (1000 * (processed - first.processed)) / (atMs - first.atMs);
    return {
      ratePerSecond: Math.round(rate * 10) / 10,
      secondsLeft: Math.ceil(Math.max(0, total - processed) / rate),
    };
  }
}
