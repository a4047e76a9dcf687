import { requestUndo, runUndo, type UndoResult } from '@/lib/importing/undo/undo-import';

/** Requests and runs an undo, as a server with a free worker does. */
export async function undoNow(importId: string, insist = false): Promise<UndoResult | undefined> {
  return runUndo(await requestUndo(importId, { id: 'editor-1' }, insist));
}
