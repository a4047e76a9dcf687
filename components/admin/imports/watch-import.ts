import { importProgressSchema, isUnfinished, type ImportProgress } from './import-answers';

interface Watcher {
  onProgress: (progress: ImportProgress) => void;
  /** Called once, when the import has ended. */
  onEnd: () => void;
}

const pollMs = 2000;

/**
 * Follows a running import through server-sent events, and where those do not get through (some proxies), by asking
 * every two seconds. Gives the function that stops it.
 */
export function watchImport(id: string, { onProgress, onEnd }: Watcher): () => void {
  const url = `/api/imports/${encodeURIComponent(id)}`;
  const stopping = new AbortController();
  const events = new EventSource(`${url}/events`);

  function hear(data: unknown) {
    const progress = importProgressSchema.safeParse(data).data;
    if (!progress || stopping.signal.aborted) return;
    onProgress(progress);
    if (isUnfinished(progress)) return;
    stop();
    onEnd();
  }

  function stop() {
    stopping.abort();
    events.close();
  }

  events.addEventListener('progress', (event) => hear(parseJson(event.data)));
  events.onerror = () => {
    events.close();
    void poll(url, hear, stopping.signal);
  };
  return stop;
}

async function poll(url: string, hear: (data: unknown) => void, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const response = await fetch(`${url}?limit=1`, { signal });
      hear(await response.json());
    } catch {
      // The next round asks again.
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}
