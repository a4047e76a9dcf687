import { Worker } from 'node:worker_threads';
import { buildWorker } from './build-worker';
import type { SourceFile } from '../imported-post';
import type { ParseContext } from '../parse-context';
import type { FromWorker, ToWorker } from './worker-messages';

export type Answer = FromWorker | { kind: 'broken'; reason: 'slow' | 'crashed' };

/** No post takes a second; a thread that says nothing for this long has met one that never ends. */
export const usualPatienceMs = 60_000;
/** A file of half a gigabyte needs some copies of its text; what needs more than this is no file of posts. */
const heapMiB = 2048;

/**
 * One parsing thread. It takes one request at a time and is started at the first; a file that makes it hang or die
 * costs the thread and not the process.
 */
export class ParseThread {
  private worker: Worker | undefined;
  private answer: ((answer: Answer) => void) | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly patienceMs: number) {}

  /** Files to posts, in parts; after each part the thread waits until the next one is asked for. */
  async *parse(files: SourceFile[], context: ParseContext): AsyncGenerator<Answer> {
    const code = this.worker ? '' : await buildWorker();
    this.worker ??= this.start(code);
    let answer = await this.ask({ kind: 'parse', files, context });
    try {
      while (answer.kind === 'part') {
        yield answer;
        answer = await this.ask({ kind: 'more' });
      }
    } finally {
      // Whoever asked wants no more: the thread would wait for ever in the middle of a file.
      if (answer.kind === 'part') this.break('crashed');
    }
    yield answer;
  }

  private ask(message: ToWorker): Promise<Answer> {
    return new Promise((resolve) => {
      this.answer = resolve;
      this.timer = setTimeout(() => this.break('slow'), this.patienceMs);
      if (this.worker) this.worker.postMessage(message);
      else this.break('crashed');
    });
  }

  private start(code: string): Worker {
    const worker = new Worker(code, {
      eval: true,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heapMiB, maxYoungGenerationSizeMb: 24 },
    });
    worker.unref();
    worker.on('message', (message: FromWorker) => this.settle(message));
    worker.on('error', () => this.break('crashed'));
    worker.on('exit', () => {
      if (this.worker === worker) this.break('crashed');
    });
    return worker;
  }

  private settle(answer: Answer): void {
    clearTimeout(this.timer);
    this.answer?.(answer);
    this.answer = undefined;
  }

  private break(reason: 'slow' | 'crashed'): void {
    const { worker } = this;
    this.worker = undefined;
    void worker?.terminate();
    this.settle({ kind: 'broken', reason });
  }

  async close(): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
    this.settle({ kind: 'broken', reason: 'crashed' });
  }
}
