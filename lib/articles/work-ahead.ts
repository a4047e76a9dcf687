/**
 * Works things out in order before they are asked for, in the turns in which this thread would wait for the database.
 * At most `mostAhead` are kept that nobody took yet. What was not made in time, or failed, is made when it is asked for.
 */
export class WorkAhead<T> {
  private readonly made = new Map<number, T>();
  private next = 0;
  private taken = 0;
  private turn: NodeJS.Immediate | undefined;

  constructor(
    private readonly count: number,
    private readonly make: (at: number) => T,
    private readonly mostAhead = Number.POSITIVE_INFINITY,
  ) {
    this.schedule();
  }

  /** Number `at`, once; whatever comes before it is not asked for any more. */
  take(at: number): T {
    this.taken = Math.max(this.taken, at + 1);
    this.next = Math.max(this.next, this.taken);
    const thing = this.made.get(at) ?? this.make(at);
    this.made.delete(at);
    this.schedule();
    return thing;
  }

  [Symbol.dispose](): void {
    clearImmediate(this.turn);
    this.next = this.count;
    this.made.clear();
  }

  private schedule(): void {
    if (this.turn || this.next >= this.count || this.next - this.taken >= this.mostAhead) return;
    // One a turn: answers of the database, and whoever else wants something of this thread, come in between.
    this.turn = setImmediate(() => {
      this.turn = undefined;
      this.makeNext();
      this.schedule();
    });
  }

  private makeNext(): void {
    const at = this.next;
    this.next += 1;
    try {
      this.made.set(at, this.make(at));
    } catch {
      // It will fail again where somebody asks for it and can tell whose fault it is.
    }
  }
}
