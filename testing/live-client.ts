import { type ClientRequest, get } from 'node:http';
import { constants, createGunzip } from 'node:zlib';

export interface ReceivedEvent {
  id: string;
  event: string;
  data: string;
  /** Milliseconds since the epoch at its arrival. */
  at: number;
}

/**
 * A reader of server-sent events for tests and the bench, as the HTML Standard describes it: keeps the last id and goes
 * on from there when it connects again.
 */
export class LiveClient {
  readonly events: ReceivedEvent[] = [];
  lastEventId = '';
  isConnected = false;
  status = 0;
  headers: NodeJS.Dict<string | string[]> = {};
  /** Set to be told of each event at once. */
  onEvent: (event: ReceivedEvent) => void = () => undefined;
  private request: ClientRequest | undefined;
  private rest = '';

  constructor(
    private url: string,
    private readonly extraHeaders: Record<string, string> = {},
  ) {}

  /** Resolves when the server has answered; `ended` then tells the end of the stream. */
  async connect(url = this.url): Promise<{ ended: Promise<void> }> {
    this.url = url;
    this.rest = '';
    const headers = {
      Accept: 'text/event-stream',
      ...this.extraHeaders,
      ...(this.lastEventId !== '' && { 'Last-Event-ID': this.lastEventId }),
    };
    return new Promise((resolve, reject) => {
      this.request = get(url, { headers, agent: false }, (response) => {
        this.isConnected = true;
        this.status = response.statusCode ?? 0;
        this.headers = response.headers;
        const isPacked = response.headers['content-encoding'] === 'gzip';
        const body = isPacked ? response.pipe(createGunzip({ flush: constants.Z_SYNC_FLUSH })) : response;
        body.setEncoding('utf8');
        body.on('data', (text: string) => this.read(text));
        for (const stream of [body, response]) stream.on('error', () => undefined);
        const ended = new Promise<void>((end) => {
          response.on('close', () => {
            this.isConnected = false;
            end();
          });
        });
        resolve({ ended });
      });
      this.request.on('error', reject);
    });
  }

  close(): void {
    this.request?.destroy();
  }

  /** What `article` events said, in the order of their arrival. */
  slugs(): string[] {
    return this.articles().map(({ slug }) => slug);
  }

  articles(): { slug: string; kind: string; title: string | null; id: number; topics: string[] }[] {
    return this.events
      .filter(({ event }) => event === 'article')
      .map(({ data }) => JSON.parse(data) as ReturnType<LiveClient['articles']>[number]);
  }

  private read(text: string): void {
    const blocks = (this.rest + text).split('\n\n');
    this.rest = blocks.pop() ?? '';
    for (const block of blocks) this.dispatch(block);
  }

  private dispatch(block: string): void {
    const fields = new Map<string, string>();
    for (const line of block.split('\n')) {
      const [, name = '', value = ''] = /^([a-z]*):? ?(.*)$/s.exec(line) ?? [];
      if (name !== '') fields.set(name, value);
    }
    const id = fields.get('id');
    if (id !== undefined) this.lastEventId = id;
    if (!fields.has('data')) return;
    const received = {
      id: this.lastEventId,
      event: fields.get('event') ?? 'message',
      data: fields.get('data') ?? '',
      at: performance.timeOrigin + performance.now(),
    };
    this.events.push(received);
    this.onEvent(received);
  }
}
