import { parentPort } from 'node:worker_threads';
import { measurePost } from '../measure-post';
import { parseFile, type ParsedItem } from '../parse-file';
import type { FromWorker, ToWorker } from './worker-messages';

// A thread that turns files into posts: bytes in, posts out, in parts, so that a file with ten thousand posts is
// never in memory as posts all at once.

const partItems = 100;
const partLength = 2_000_000;

if (!parentPort) throw new Error('parse-worker runs as a thread only');
const port = parentPort;
let resume: (() => void) | undefined;

port.on('message', (message: ToWorker) => {
  if (message.kind === 'more') resume?.();
  else void work(message);
});

async function work({ files, context }: Extract<ToWorker, { kind: 'parse' }>): Promise<void> {
  let part: { file: number; item: ParsedItem }[] = [];
  let length = 0;
  for (const [at, file] of files.entries()) {
    for (const item of parseFile(file, context)) {
      part.push({ file: at, item });
      length += 'post' in item ? measurePost(item.post) : 0;
      if (part.length < partItems && length < partLength) continue;
      send({ kind: 'part', items: part });
      part = [];
      length = 0;
      await new Promise<void>((resolve) => (resume = resolve));
    }
  }
  send({ kind: 'done', items: part });
}

function send(message: FromWorker): void {
  port.postMessage(message);
}
