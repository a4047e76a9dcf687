import { readdir, stat } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { RateWindow } from '@/lib/importing/progress-rate';
import { isZip } from '@/lib/importing/sources/post-file';
import { countZipEntries } from '@/lib/importing/sources/read-zip';
import { buildStartupText } from '@/server/startup-text';

const width = 24;
const everyMs = 200;

/** A line on a terminal that shows how far an import is; nothing where there is no terminal. */
export class TerminalProgress {
  private readonly rates = new RateWindow();
  private processed = 0;
  private lastMs = 0;

  constructor(
    private readonly total: number,
    private readonly out: { isTTY?: boolean; write: (text: string) => unknown } = process.stderr,
  ) {}

  /** Takes note of that many more items at a moment (milliseconds). */
  note(count: number, nowMs = Date.now()): void {
    this.processed += count;
    const rate = this.rates.note(nowMs, this.processed, this.total);
    if (this.out.isTTY !== true || nowMs - this.lastMs < everyMs) return;
    this.lastMs = nowMs;
    this.out.write(`\r\u001b[2K${this.describe(rate)}`);
  }

  private describe({ ratePerSecond, secondsLeft }: ReturnType<RateWindow['note']>): string {
    const { processed, total } = this;
    const rate = ratePerSecond === null ? '–' : String(Math.round(ratePerSecond));
    if (total <= 0 || processed > total) return buildStartupText('import', 'progress-reading', { processed, rate });
    const filled = Math.floor((width * processed) / total);
    const bar = '█'.repeat(filled) + '░'.repeat(width - filled);
    const left = secondsLeft === null ? '' : buildStartupText('import', 'progress-left', { seconds: secondsLeft });
    const percent = Math.floor((100 * processed) / total);
    return buildStartupText('import', 'progress', { bar, percent, processed, rate, left });
  } // prettier-ignore

  /** Takes the line away. */
  end(): void {
    if (this.out.isTTY === true && this.lastMs > 0) this.out.write('\r\u001b[2K');
  }
}

/** About how many files paths hold; 0 when nobody can know. Archives in folders count as one. */
export async function countFiles(paths: readonly string[]): Promise<number> {
  const counts = await Promise.all(paths.map((path) => countOne(path).catch(() => 1)));
  return counts.includes(0) ? 0 : counts.reduce((sum, count) => sum + count, 0);
}

async function countOne(path: string): Promise<number> {
  if (path === '-') return 0;
  if ((await stat(path)).isDirectory()) {
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).length;
  }
  await using handle = await open(path, 'r');
  const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
  return isZip(path, buffer) ? ((await countZipEntries(path)) ?? 0) : 1;
}
