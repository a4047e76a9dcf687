const lockName = 'finews-live';

/**
 * Which of the tabs of a browser leads: the one that was looked at last, as a tab in the background may be frozen
 * without notice. When it ends another visible one follows. Without locks (pages without TLS) every tab leads itself.
 */
export class TabLead {
  isHeld = false;
  private give: (() => void) | undefined;
  private waiting: AbortController | undefined;

  constructor(private readonly options: { onGain: () => void; onLoss: () => void }) {}

  /** Whether tabs of this browser can share one leader. */
  static get isShared(): boolean {
    return 'locks' in navigator;
  }

  /** Leads from now on, whoever did before. */
  take(): void {
    this.waiting?.abort();
    if (TabLead.isShared) void this.request({ steal: true });
    else this.gain();
  }

  /** Leads no more, and does not wait to. */
  release(): void {
    this.waiting?.abort();
    const { give } = this;
    this.lose();
    give?.();
  }

  private async request(options: LockOptions): Promise<void> {
    try {
      await navigator.locks.request(lockName, options, () => {
        return new Promise<void>((resolve) => {
          this.give = resolve;
          this.gain();
        });
      });
    } catch {
      // Another tab took it: this one waits in line, in case that one ends.
      if (!this.isHeld) return;
      this.lose();
      if (document.visibilityState === 'hidden') return;
      this.waiting = new AbortController();
      void this.request({ signal: this.waiting.signal });
    }
  }

  private gain(): void {
    this.isHeld = true;
    this.options.onGain();
  }

  private lose(): void {
    if (!this.isHeld) return;
    this.isHeld = false;
    this.give = undefined;
    this.options.onLoss();
  }
}
