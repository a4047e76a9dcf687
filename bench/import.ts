import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { cleanArticleBody } from '@/lib/articles/article-body/article-body';
import { parseFile } from '@/lib/importing/parse-file';
import { readFrontMatter } from '@/lib/importing/readers/front-matter';
import { EditorClient } from './editor-client';
import { generatePosts } from './generate-posts';
import { buildWithHugo, buildWithJekyll, removeSite } from './peers';
import { type BenchPortal, runCommand, startPortal } from './portal';
import { watchMemory } from './processes';
import { median, printTable } from './statistics';
import { isInstalled } from './wrk';
import { zipPosts } from './zip-posts';

const jekyllPosts = 4000;

/** Everything about importing `count` posts: the steps alone, folder and archive, peers, and one post more. */
export async function measureImports(dir: string, posts: string, count: number): Promise<void> {
  await measureSteps(posts);
  const rows = [];
  const fromFolder = await importInto(path.join(dir, 'from-folder'), posts, count, async (portal) => {
    rows.push({ source: 'again, nothing new', ...(await importOnce(portal, posts, count)) });
    await measureOneMore(portal, count);
  });
  rows.unshift({ source: 'folder', ...fromFolder });
  const archive = path.join(dir, 'import.zip');
  await zipPosts(posts, archive);
  rows.push({ source: 'zip', ...(await importInto(path.join(dir, 'from-zip'), archive, count)) });
  printTable(`Import of ${count} posts by npm run import, its start included`, rows);
  await measurePeers(dir, posts, count);
}

async function importInto(
  dataDir: string,
  source: string,
  count: number,
  then: (portal: BenchPortal) => Promise<void> = () => Promise.resolve(),
) {
  const portal = await startPortal(dataDir);
  try {
    const result = await importOnce(portal, source, count);
    await then(portal);
    return result;
  } finally {
    await portal.stop();
  }
}

async function importOnce(portal: BenchPortal, source: string, count: number) {
  let memory: ReturnType<typeof watchMemory> | undefined;
  const result = await runCommand(['import', '--', source], portal.env, (pid) => (memory = watchMemory(pid)));
  const peak = (await memory?.stop())?.[0]?.peakMiB ?? Number.NaN;
  return {
    seconds: result.seconds.toFixed(1),
    'posts/s': (count / result.seconds).toFixed(0),
    'importer peak MiB': peak.toFixed(0),
    exit: String(result.code),
  };
}

/** What each step costs alone, in this one thread, warmed up. */
async function measureSteps(posts: string): Promise<void> {
  const names = (await readdir(posts)).sort().slice(0, 2000);
  const files = await Promise.all(
    names.map(async (name) => ({ path: name, bytes: await readFile(path.join(posts, name)) })),
  );
  const texts = files.map(({ bytes }) => bytes.toString('utf8'));
  const bodies = texts.map((text) => readFrontMatter(text).body);
  const context = { timeZone: 'Asia/Shanghai', defaultLanguage: 'zh-CN', now: new Date() };
  const steps: [string, () => void][] = [
    ['front matter', () => texts.forEach((text) => readFrontMatter(text))],
    ['clean the body', () => bodies.forEach((body) => cleanArticleBody(body))],
    ['file to post, all in all', () => files.forEach((file) => [...parseFile(file, context)])],
  ];
  const rows = steps.map(([step, work]) => {
    work();
    const times = Array.from({ length: 3 }, () => {
      const started = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(started);
      return (user + system) / 1000 / files.length;
    });
    return { step, 'CPU ms a post': median(times).toFixed(3), 'posts/s': (1000 / median(times)).toFixed(0) };
  });
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0) / files.length;
  printTable(`Steps alone, ${files.length} posts of ${bytes.toFixed(0)} bytes on average`, rows);
}

/** From the call that sends a post to the moment when its page is there, with all the others in. */
async function measureOneMore(portal: BenchPortal, count: number): Promise<void> {
  const client = new EditorClient(portal);
  await client.signIn();
  const visible: number[] = [];
  const frontPage: number[] = [];
  for (let number = 0; number < 15; number += 1) {
    const title = `新到一篇 ${number}`;
    const text = `---\ntitle: ${title}\ndate: 2026-11-22 0${number % 10}:00:00 +0800\ncategories: ceshimeiti1\nslug: one-more-${number}\n---\n<p>这是新到的一篇，编号 ${number}。</p>\n`;
    const started = performance.now();
    await client.uploadText(text, `one-more-${number}.md`);
    // Asked of the API, as a page of an unknown address is rendered anew each time and would be what is measured.
    await until(async () => (await fetch(`${portal.url}/api/articles/one-more-${number}`)).status === 200);
    const page = await (await fetch(`${portal.url}/articles/one-more-${number}`)).text();
    if (!page.includes(title)) throw new Error('the page is not there');
    visible.push(performance.now() - started);
    await until(async () => (await (await fetch(portal.url)).text()).includes(title));
    frontPage.push(performance.now() - started);
  }
  printTable(`One post more, sent to a portal with ${count}`, [
    {
      'article visible, median ms': median(visible).toFixed(0),
      worst: Math.max(...visible).toFixed(0),
      'on the front page, median ms': median(frontPage).toFixed(0),
      'worst there': Math.max(...frontPage).toFixed(0),
    },
  ]);
}

async function until(isReached: () => Promise<boolean>): Promise<void> {
  while (!(await isReached())) await new Promise((resolve) => setTimeout(resolve, 3));
}

async function measurePeers(dir: string, posts: string, count: number): Promise<void> {
  const rows = [];
  for (const [peer, wanted, build] of [
    ['hugo', count, buildWithHugo],
    ['jekyll', Math.min(jekyllPosts, count), buildWithJekyll],
  ] as const) {
    if (!(await isInstalled(peer))) {
      rows.push({ peer, posts: wanted, seconds: 'not installed', 'posts/s': '', 'peak MiB': '' });
      continue;
    }
    const site = path.join(dir, `site-${peer}`);
    const { seconds, peakMiB } = await build(site, posts, wanted);
    await removeSite(site);
    rows.push({
      peer,
      posts: wanted,
      seconds: seconds.toFixed(1),
      'posts/s': (wanted / seconds).toFixed(0),
      'peak MiB': peakMiB.toFixed(0),
    });
  }
  printTable('The same posts built by static generators, smallest layouts', rows);
}

/** The posts of a measurement, made once. */
export async function preparePosts(dir: string, count: number, longest: number): Promise<string> {
  const posts = path.join(dir, `posts-${count}`);
  await generatePosts(posts, count, longest);
  return posts;
}
