import { setTimeout } from 'node:timers/promises';
import { answerErrors } from '@/lib/editors/answer-errors';
import { requireEditor } from '@/lib/editors/require-editor';
import { getImport } from '@/lib/importing/import-store';
import { buildImportJson } from '@/lib/importing/report-json';
import { noteRate } from '../note-rate';

const everyMs = 400;

/** Progress as server-sent events: `progress` whenever counts change, then the stream ends with the import. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return answerErrors(request, async () => {
    await requireEditor(request, 'read');
    const { id } = await params;
    await getImport(id); // an unknown one is a 404, not an empty stream
    const stopped = new AbortController();
    const signal = AbortSignal.any([request.signal, stopped.signal]);
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => void sendProgress(id, controller, signal),
      cancel: () => stopped.abort(),
    });
    const headers = { 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' };
    return new Response(body, { headers });
  });
}

async function sendProgress(
  id: string,
  controller: ReadableStreamDefaultController<Uint8Array>,
  signal: AbortSignal,
): Promise<void> {
  const encoder = new TextEncoder();
  let last = '';
  for (;;) {
    // A database that is away for a moment is no reason to end the stream.
    const state = await getImport(id).catch(() => undefined);
    const data = state ? JSON.stringify({ ...buildImportJson(state), ...noteRate(state) }) : last;
    if (signal.aborted) return;
    controller.enqueue(
      encoder.encode(data === last ? ': waiting\n\n' : `event: progress\ndata: ${data}\n\n`),
    );
    last = data;
    if (state && state.status !== 'queued' && state.status !== 'running') return controller.close();
    await setTimeout(everyMs, undefined, { signal }).catch(() => undefined);
  }
}
