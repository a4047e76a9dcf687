import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { watchMemory } from './processes';

export interface BuildResult {
  seconds: number;
  peakMiB: number;
}

/** Builds the first `count` posts with Hugo: a page each and a list, with the smallest layouts there are. */
export async function buildWithHugo(dir: string, posts: string, count: number): Promise<BuildResult> {
  await linkPosts(posts, path.join(dir, 'content', 'posts'), count);
  await mkdir(path.join(dir, 'layouts', '_default'), { recursive: true });
  await writeFile(
    path.join(dir, 'config.toml'),
    'baseURL = "http://x.example/"\ndisableKinds = ["RSS", "sitemap"]\n[markup.goldmark.renderer]\nunsafe = true\n',
  );
  const page = '<html><title>{{ .Title }}</title><body><h1>{{ .Title }}</h1>{{ .Content }}</body></html>';
  const list =
    '<html><body>{{ range first 50 .Pages.ByDate.Reverse }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</body></html>';
  await writeFile(path.join(dir, 'layouts', '_default', 'single.html'), page);
  await writeFile(path.join(dir, 'layouts', '_default', 'list.html'), list);
  return build('hugo', ['--quiet', '--source', dir]);
}

/** Builds the first `count` posts with Jekyll, likewise. */
export async function buildWithJekyll(dir: string, posts: string, count: number): Promise<BuildResult> {
  await linkPosts(posts, path.join(dir, '_posts'), count);
  await mkdir(path.join(dir, '_layouts'), { recursive: true });
  await writeFile(path.join(dir, '_config.yml'), 'title: x\n');
  const post =
    '<html><title>{{ page.title }}</title><body><h1>{{ page.title }}</h1>{{ content }}</body></html>';
  const index =
    '---\n---\n{% for post in site.posts limit: 50 %}<a href="{{ post.url }}">{{ post.title }}</a>{% endfor %}';
  await writeFile(path.join(dir, '_layouts', 'post.html'), post);
  await writeFile(path.join(dir, 'index.html'), index);
  return build('jekyll', ['build', '--quiet', '--source', dir, '--destination', path.join(dir, '_site')]);
}

async function linkPosts(posts: string, into: string, count: number): Promise<void> {
  await mkdir(into, { recursive: true });
  for (const name of (await readdir(posts)).sort().slice(0, count))
    await symlink(path.join(posts, name), path.join(into, name)).catch(() => undefined);
}

async function build(program: string, args: string[]): Promise<BuildResult> {
  const started = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const memory = watchMemory(child.pid ?? 0);
  const [code] = (await once(child, 'close')) as [number | null];
  const peaks = await memory.stop();
  if (code !== 0) throw new Error(`${program} ended with ${code}`);
  return { seconds: (performance.now() - started) / 1000, peakMiB: peaks[0]?.peakMiB ?? Number.NaN };
}

/** Removes what a peer built, so that the disk does not fill. */
export async function removeSite(dir: string): Promise<void> {
  await rm(dir, { recursive: true, force: true });
}
