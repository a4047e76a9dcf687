/** Things to undo when the process ends, last begun first. */
export interface Shutdown {
  /** Aborted at the first signal: long work stops at its next good moment. */
  signal: AbortSignal;
  /** Registers what to undo, with the most milliseconds that may take. */
  onEnd(undo: () => Promise<void> | void, limit?: number): void;
  /** Undoes everything; further calls wait for the same end. */
  end(): Promise<void>;
}

/**
 * Ends the process in order at SIGTERM, SIGINT (Ctrl-C, which a terminal sends to every process and people press
 * twice: only the first counts) and SIGHUP. `announce` is called once, before anything is undone.
 */
export function installShutdown(announce: () => void): Shutdown {
  const aborter = new AbortController();
  const undos: { undo: () => Promise<void> | void; limit: number }[] = [];
  let ending: Promise<void> | undefined;
  const end = () => (ending ??= undoAll(undos));
  function endAtSignal(): void {
    if (aborter.signal.aborted) return;
    aborter.abort();
    announce();
    void end().finally(() => process.exit(0));
  }
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, endAtSignal);
  if (process.env.npm_lifecycle_event !== undefined) watchParent(endAtSignal);
  return { signal: aborter.signal, end, onEnd: (undo, limit = 5000) => undos.push({ undo, limit }) };
}

/** When npm is killed outright, or its shell ends without passing a signal on, only the parent's number changes. */
function watchParent(end: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) end();
  }, 500);
  timer.unref();
}

async function undoAll(undos: { undo: () => Promise<void> | void; limit: number }[]): Promise<void> {
  for (let next = undos.pop(); next !== undefined; next = undos.pop()) {
    await withLimit(Promise.resolve(next.undo()), next.limit).catch((error: unknown) => {
      console.error(error);
    });
  }
}

async function withLimit(work: Promise<void>, limit: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, limit)));
  await Promise.race([work, late]);
  clearTimeout(timer);
}
