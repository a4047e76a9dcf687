import { z } from 'zod';
import { postJson, type PostResult } from '../post-json';
import { getJson } from './get-json';

const everyMs = 500;
const longestMs = 60_000;
const state = z.object({ status: z.string() });

/** Cancels an import, waits for the batch that it is at, then takes back what it wrote. */
export async function undoAfterCancel(url: string): Promise<PostResult> {
  const cancelled = await postJson(`${url}/cancel`);
  if (!cancelled.ok) return cancelled;
  for (let waited = 0; waited < longestMs; waited += everyMs) {
    const now = await getJson(`${url}?limit=1`, state);
    if (now.ok && now.data.status !== 'running' && now.data.status !== 'queued') break;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  return postJson(`${url}/undo`);
}
