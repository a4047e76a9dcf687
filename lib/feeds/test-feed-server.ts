import type { IncomingMessage, ServerResponse } from 'node:http';
import { startTestServer, type TestServer } from '@/lib/http/test-server';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** For tests only: a feed server whose answer can be changed at any time, and which counts. */
export interface TestFeedServer extends TestServer {
  /** The answer from now on; of one path, when it is stated. */
  answerWith: (answer: Answer, path?: string) => void;
  requests: { path: string; headers: IncomingMessage['headers'] }[];
}

export async function startTestFeedServer(): Promise<TestFeedServer> {
  const answers = new Map<string, Answer>();
  const requests: TestFeedServer['requests'] = [];
  const server = await startTestServer((request, response) => {
    const path = request.url ?? '/';
    requests.push({ path, headers: request.headers });
    const answer = answers.get(path) ?? answers.get('');
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  return { ...server, requests, answerWith: (answer, path = '') => void answers.set(path, answer) };
}

export interface TestItem {
  id: string;
  title: string;
  body?: string;
  tags?: string[];
  date?: string;
}

/** An RSS feed as small portals write it. */
export function buildRss(items: TestItem[], head = '<?xml version="1.0" encoding="utf-8"?>'): string {
  return `${head}<rss version="2.0"><channel><title>测试源</title><link>https://news.example/</link>${items.map(buildItem).join('')}</channel></rss>`;
}

function buildItem({ id, title, body = `<p>${title}的正文。</p>`, tags = [], date }: TestItem): string {
  return [
    `<item><title>${title}</title><link>https://news.example/${id}</link><guid>${id}</guid>`,
    `<pubDate>${date ?? 'Wed, 04 Mar 2026 05:06:07 +0800'}</pubDate>`,
    ...tags.map((tag) => `<category>${tag}</category>`),
    `<description><![CDATA[${body}]]></description></item>`,
  ].join('');
}
