import { LiveHub } from './live-hub';
import { type LiveLimits, StreamCounter, usualLimits } from './live-limits';
import { LiveLog } from './live-log';

/** The live side of one process: the log, those who listen, and how many may. */
export class LiveFeed {
  readonly log: LiveLog;
  readonly hub: LiveHub;
  readonly streams: StreamCounter;
  private isClosing = false;

  constructor(options: { onError: (error: unknown) => void; limits?: LiveLimits }) {
    this.log = new LiveLog({
      onNews: () => this.hub.announce(),
      onReplaced: () => this.hub.resetAll(),
      onError: options.onError,
    });
    this.hub = new LiveHub(this.log);
    this.streams = new StreamCounter(options.limits ?? usualLimits);
  }

  get isOpen(): boolean {
    return this.log.isOpen && !this.isClosing;
  }

  /** Ends every stream; new ones are refused. */
  async close(): Promise<void> {
    this.isClosing = true;
    this.hub.close();
    await this.log.close();
  }
}
