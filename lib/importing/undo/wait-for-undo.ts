import { setTimeout } from 'node:timers/promises';
import { AppError } from '@/lib/errors/app-error';
import { getImport } from '../import-store';
import { type UndoResult, undoResult } from './undo-import';

const everyMs = 150;
const longestMs = 25_000;

/** The result of an undo that ends within 25 s, else undefined. Throws `undo-failed` (500) when it could not be done. */
export async function waitForUndo(undoId: string, signal: AbortSignal): Promise<UndoResult | undefined> {
  for (let waited = 0; waited < longestMs && !signal.aborted; waited += everyMs) {
    const { status, outcome } = await getImport(undoId);
    if (status === 'done') return undoResult.parse(outcome);
    if (status === 'failed') throw new AppError('undo-failed', {}, 500);
    await setTimeout(everyMs, undefined, { signal }).catch(() => undefined);
  }
  return undefined;
}
