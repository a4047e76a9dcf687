import type { LiveEvent } from '@/lib/live/live-event';
import { readAnswer, readEvent } from './read-live-event';

export interface LiveMessage {
  kind: 'article' | 'reset' | 'position';
  /** Everything up to here was told. */
  id: number;
  event?: LiveEvent | undefined;
}

/** More at once than this and the page looks at itself instead. */
const most = 40;
/** The first sign must come soon, or a proxy holds the stream back; later ones every twenty seconds. */
const firstSignMs = 8000;
const signMs = 50_000;
/** So often may a stream fail before pages ask instead; a stream is tried again soon, then less and less often. */
const mostFailures = 2;
const streamAgainMs = 15_000;
const pollMs = 20_000;
const slowPollMs = 120_000;
const longestPauseMs = 300_000;

/**
 * Where events come from: a stream, or, where streams do not get through or data is dear, a question now and then.
 * Keeps its place in the log over every new beginning.
 */
export class LiveSource {
  private stream: EventSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private topics: string[] = [];
  private since = 0;
  private failures = 0;
  private pollFailures = 0;
  private pollUntil = 0;
  /** Of the present beginning: answers to questions of an earlier one do not count. */
  private round = 0;

  constructor(private readonly onMessage: (message: LiveMessage) => void) {}

  open(topics: string[], since: number): void {
    this.topics = topics;
    this.since = since;
    this.failures = 0;
    this.begin();
  }

  close(): void {
    this.round += 1;
    clearTimeout(this.timer);
    this.stream?.close();
    this.stream = undefined;
  }

  private begin(): void {
    this.close();
    if (savesData() || performance.now() < this.pollUntil) return void this.poll(this.round);
    const stream = new EventSource(this.buildAddress());
    this.stream = stream;
    for (const kind of ['article', 'reset', 'position'] as const)
      stream.addEventListener(kind, (event: MessageEvent<string>) => this.hear(kind, event));
    // While it is connecting the browser tries again by itself.
    stream.onerror = () => stream.readyState === EventSource.CLOSED && this.fail();
    this.expectSign(firstSignMs);
  }

  private buildAddress(): string {
    const query = new URLSearchParams({ since: String(this.since), max: String(most) });
    for (const topic of this.topics) query.append('topics', topic);
    return `/api/live?${query}`;
  }

  private hear(kind: LiveMessage['kind'], { lastEventId, data }: MessageEvent<string>): void {
    this.failures = 0;
    this.expectSign(signMs);
    this.pass({
      kind,
      id: Number(lastEventId),
      event: data === '' ? undefined : readEvent(JSON.parse(data)),
    });
  }

  private pass(message: LiveMessage): void {
    // After a reset the place is what the server says, though it be behind ours: the log may be another.
    this.since = message.kind === 'reset' ? message.id : Math.max(this.since, message.id);
    this.onMessage(message);
  }

  private expectSign(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.fail(), ms);
  }

  private fail(): void {
    this.close();
    this.failures += 1;
    if (this.failures >= mostFailures) {
      const pause = streamAgainMs * 2 ** (this.failures - mostFailures);
      this.pollUntil = performance.now() + Math.min(pause, longestPauseMs);
    }
    this.timer = setTimeout(() => this.begin(), jitter(1000 * this.failures));
  }

  private passAnswer(answer: unknown): void {
    const { last, isReset, events } = readAnswer(answer);
    for (const event of events) this.pass({ kind: 'article', id: event.id, event });
    this.pass({ kind: isReset ? 'reset' : 'position', id: last });
  }

  private async poll(round: number): Promise<void> {
    try {
      const response = await fetch(`${this.buildAddress()}&poll=1`);
      if (!response.ok) throw new Error(String(response.status));
      const answer: unknown = await response.json();
      if (round !== this.round) return;
      this.pollFailures = 0;
      this.passAnswer(answer);
    } catch {
      this.pollFailures += 1;
    }
    if (round !== this.round) return;
    const pause = (savesData() ? slowPollMs : pollMs) * 2 ** this.pollFailures;
    this.timer = setTimeout(() => this.begin(), jitter(Math.min(pause, longestPauseMs)));
  }
}

/** Between three quarters and five quarters: those who lost the same server come back one by one. */
function jitter(ms: number): number {
  return ms * (0.75 + Math.random() / 2);
}

function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
