/** Screen readers are told at most this often; the count they hear is the newest. */
const announceMs = 5000;
const shownKey = 'finews-live-shown';

/** The line that says how much is new, its announcement, and the count in the title of the tab. */
export class LiveLine {
  private readonly title = document.title;
  private announcedAt = -Infinity;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private text = '';
  /** What the press does. */
  onShow: () => Promise<boolean> = () => Promise.resolve(true);

  private constructor(
    private readonly main: HTMLElement,
    private readonly button: HTMLButtonElement,
    private readonly status: HTMLElement,
  ) {
    button.addEventListener('click', () => void this.press());
  }

  static find(main: HTMLElement): LiveLine | undefined {
    const button = main.querySelector<HTMLButtonElement>('[data-live-show]');
    const status = main.querySelector<HTMLElement>('[data-live-status]');
    return button && status ? new LiveLine(main, button, status) : undefined;
  }

  /** Says one of the texts of the line, `{count}` filled; nothing for a count of 0. */
  say(key: string, count: number): void {
    const text = count === 0 ? '' : (this.button.dataset[key] ?? '').replace('{count}', String(count));
    if (text === this.text) return;
    this.text = text;
    this.button.textContent = text;
    this.button.hidden = text === '';
    document.title = count === 0 ? this.title : `(${count}) ${this.title}`;
    this.announceSoon();
  }

  /** The page that a press brought begins for the keyboard and for screen readers where the stories are. */
  focusAfterShow(): void {
    try {
      if (sessionStorage.getItem(shownKey) === null) return;
      sessionStorage.removeItem(shownKey);
      this.main.focus({ preventScroll: true });
    } catch {
      // Without storage the page begins as any does.
    }
  }

  private async press(): Promise<void> {
    this.button.disabled = true;
    try {
      sessionStorage.setItem(shownKey, '1');
    } catch {
      // Then the focus begins at the top.
    }
    const isThere = await this.onShow();
    this.button.disabled = false;
    if (!isThere) this.status.textContent = this.button.textContent = this.button.dataset['failed'] ?? '';
  }

  private announceSoon(): void {
    clearTimeout(this.timer);
    const wait = Math.max(0, this.announcedAt + announceMs - performance.now());
    this.timer = setTimeout(() => {
      this.announcedAt = performance.now();
      this.status.textContent = this.text;
    }, wait);
  }
}
