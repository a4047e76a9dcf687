import type { ImportSummary } from '@/lib/importing/import-report';
import { countProcessed } from '@/lib/importing/count-processed';
import { type ProgressRate, RateWindow } from '@/lib/importing/progress-rate';

const windows = new Map<string, RateWindow>();
const maxWindows = 100;

/** The rate of an import, as far as those who watch it in this process have seen it move. */
export function noteRate(summary: ImportSummary): ProgressRate {
  const { id, status, total } = summary;
  if (status !== 'running') {
    windows.delete(id);
    return { ratePerSecond: null, secondsLeft: null };
  }
  const window = windows.get(id) ?? new RateWindow();
  windows.set(id, window);
  const [oldest] = windows.keys();
  if (windows.size > maxWindows && oldest !== undefined) windows.delete(oldest);
  return window.note(Date.now(), countProcessed(summary), total);
}
