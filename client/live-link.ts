import type { LiveEvent } from '@/lib/live/live-event';
import { LiveSource, type LiveMessage } from './live-source';
import { TabLead } from './tab-lead';

/** A hidden tab goes on for so long, then it is quiet until somebody looks at it. */
const hiddenMs = 300_000;
/** Tabs answer a new leader within this time. */
const gatherMs = 100;
/** More topics than this are not named one by one: every change carries `front`. */
const mostTopics = 50;

interface Tab {
  id: string;
  topics: string[];
  /** The last change that it knows. */
  since: number;
}

/** What tabs tell each other. */
type TabMessage = { who: true } | { hello: Tab } | { bye: string } | { tabs: string[]; message: LiveMessage };

/**
 * This page's line to the server. All tabs of a browser share one: the tab that was looked at last asks for the topics of
 * all of them, from the oldest place that one of them knows, and tells the others. Each tab keeps its own place, so that
 * none misses an event and none takes one twice.
 */
export class LiveLink {
  private readonly id = crypto.getRandomValues(new Uint32Array(2)).join('-');
  private readonly topics: string[];
  private since: number;
  private channel: BroadcastChannel | undefined;
  private readonly lead = new TabLead({ onGain: () => this.gather(), onLoss: () => this.source.close() });
  private readonly source = new LiveSource((message) => this.pass(message));
  /** Of the leader: the tabs it serves. */
  private tabs = new Map<string, Tab>();
  private gathering: ReturnType<typeof setTimeout> | undefined;
  private hiding: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly options: {
      topics: string[];
      since: number;
      onEvent: (event: LiveEvent) => void;
      onReset: () => void;
    },
  ) {
    this.topics = options.topics;
    this.since = options.since;
  }

  start(): void {
    document.addEventListener('visibilitychange', () => this.follow());
    // A page that keeps a connection cannot be kept for the way back.
    addEventListener('pagehide', () => this.leave());
    addEventListener('pageshow', ({ persisted }) => persisted && this.follow());
    addEventListener('online', () => this.lead.isHeld && this.gather());
    this.follow();
  }

  /** Does what the tab's visibility asks for. */
  private follow(): void {
    clearTimeout(this.hiding);
    if (document.visibilityState === 'hidden') {
      // Without a leader among the tabs each has its own connection, and there are six in all.
      this.hiding = setTimeout(() => this.lead.release(), TabLead.isShared ? hiddenMs : 0);
      return;
    }
    if (!this.channel) this.join();
    if (!this.lead.isHeld) this.lead.take();
  }

  private join(): void {
    this.channel = new BroadcastChannel('finews-live');
    this.channel.onmessage = ({ data }: MessageEvent<TabMessage>) => this.hear(data);
  }

  private leave(): void {
    clearTimeout(this.hiding);
    this.tell({ bye: this.id });
    this.lead.release();
    this.channel?.close();
    this.channel = undefined;
  }

  /** A new leader asks who is there, and opens the stream for all of them. */
  private gather(): void {
    this.tabs.clear();
    this.tell({ who: true });
    this.openSoon();
  }

  private openSoon(): void {
    clearTimeout(this.gathering);
    this.gathering = setTimeout(() => this.open(), gatherMs);
  }

  private open(): void {
    if (!this.lead.isHeld) return;
    this.tabs.set(this.id, this.describe());
    const tabs = [...this.tabs.values()];
    const topics = [...new Set(tabs.flatMap((tab) => tab.topics))];
    const since = Math.min(...tabs.map((tab) => tab.since));
    this.source.open(topics.length > mostTopics ? ['front'] : topics, since);
  }

  private describe(): Tab {
    return { id: this.id, topics: this.topics, since: this.since };
  }

  private hear(said: TabMessage): void {
    if ('who' in said) this.tell({ hello: this.describe() });
    else if ('tabs' in said) {
      if (said.tabs.includes(this.id)) this.take(said.message);
    } else if (this.lead.isHeld) {
      if ('bye' in said) this.tabs.delete(said.bye);
      else {
        this.tabs.set(said.hello.id, said.hello);
        this.openSoon();
      }
    }
  }

  private tell(said: TabMessage): void {
    this.channel?.postMessage(said);
  }

  /** As the leader: from the stream to every tab that it was opened for. */
  private pass(message: LiveMessage): void {
    const tabs = [...this.tabs.values()];
    for (const tab of tabs)
      tab.since = message.kind === 'reset' ? message.id : Math.max(tab.since, message.id);
    this.tell({ tabs: tabs.map(({ id }) => id), message });
    this.take(message);
  }

  private take({ id, kind, event }: LiveMessage): void {
    if (kind !== 'reset' && id <= this.since) return;
    this.since = id;
    if (kind === 'reset') this.options.onReset();
    if (event?.topics.some((topic) => this.topics.includes(topic))) this.options.onEvent(event);
  }
}
