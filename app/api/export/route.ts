import type { Readable } from 'node:stream';
import { answerErrors } from '@/lib/editors/answer-errors';
import { requireAdmin } from '@/lib/editors/require-editor';
import { exportZip } from '@/lib/exporting/export-zip';

/** The whole portal as a zip of Jekyll posts with a manifest. For admins: drafts and deleted articles are in it. */
export async function GET(request: Request): Promise<Response> {
  return answerErrors(request, async () => {
    await requireAdmin(request);
    const now = new Date();
    const headers = {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="finews-export-${now.toISOString().slice(0, 10)}.zip"`,
    };
    return new Response(toWebStream(exportZip(now)), { headers });
  });
}

/** Taken as fast as the visitor takes it; ends the export when they go away. */
function toWebStream(source: Readable): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array, undefined> = source.iterator();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const next = await chunks.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: () => {
      source.destroy();
    },
  });
}
