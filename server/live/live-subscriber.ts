/** How long a connection may take nothing before it is given up. */
const stuckMs = 30_000;

/** What a subscriber needs of its connection: a response, or a stand-in of tests. */
export interface LiveSocket {
  write: (chunk: Buffer) => boolean;
  end: (chunk?: string) => unknown;
  destroy: () => unknown;
  on: (event: 'close' | 'drain', listener: () => void) => unknown;
}

/** One open stream: its topics, its place in the log, and whether its connection takes more at the moment. */
export class LiveSubscriber {
  /** Everything up to here was told. */
  position = 0;
  readonly topics: ReadonlySet<string>;
  readonly max: number;
  /** Subscribers of one key hear the same. */
  readonly key: string;
  readonly slot: number;
  private hasStarted = false;
  isEnded = false;
  private blockedAt: number | undefined;
  private continue: () => void = () => undefined;

  constructor(
    private readonly socket: LiveSocket,
    { topics, max, slot }: { topics: readonly string[]; max: number; slot: number },
  ) {
    this.topics = new Set(topics);
    this.max = max;
    this.key = topics.join('\n');
    this.slot = slot;
    socket.on('drain', () => {
      this.blockedAt = undefined;
      this.continue();
    });
    socket.on('close', () => {
      this.isEnded = true;
      this.continue();
    });
  }

  /** Whether it can be told more now. */
  get isReady(): boolean {
    return this.hasStarted && !this.isEnded && this.blockedAt === undefined;
  }

  /** Sets what goes on whenever the connection has taken what it was given, and starts it. */
  onReady(listener: () => void): void {
    this.hasStarted = true;
    this.continue = listener;
  }

  onEnd(listener: () => void): void {
    this.socket.on('close', listener);
  }

  send(bytes: Buffer): void {
    if (this.isEnded) return;
    if (!this.socket.write(bytes)) this.blockedAt ??= Date.now();
  }

  /** Sends, and waits until the connection takes more or is gone. */
  async sendWhenReady(bytes: Buffer): Promise<void> {
    this.send(bytes);
    if (this.isEnded || this.blockedAt === undefined) return;
    await new Promise<void>((resolve) => (this.continue = resolve));
    this.continue = () => undefined;
  }

  isStuck(now: number): boolean {
    return this.blockedAt !== undefined && now - this.blockedAt > stuckMs;
  }

  end(lastWords: string): void {
    if (this.isEnded) return;
    this.isEnded = true;
    this.socket.end(lastWords);
  }

  destroy(): void {
    this.isEnded = true;
    this.socket.destroy();
  }
}
