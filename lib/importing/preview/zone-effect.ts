import { getConfig } from '@/lib/config/config';
import { getDb } from '@/lib/db/prisma-client';
import type { ImportedPost, SourceFile } from '../imported-post';
import type { ParseContext } from '../parse-context';
import { openUpload } from '../uploads/upload-store';
import { buildPreviewContext } from './build-context';
import { getPreviewParser } from './preview-parser';

/** What a zone does to dates that state none, tried on some posts of an upload. */
export interface ZoneEffect {
  /** Zone in use for them now. */
  timeZone: string;
  /** Posts that were looked at, and how many of them have a date without a zone. */
  sampled: number;
  withoutZone: number;
  /** `before`: as the preview has it; `after`: in the zone that was asked for. ISO 8601. */
  examples: { path: string; title: string; before: string; after: string }[];
  /** Languages of the posts that were looked at. */
  languages: { name: string; count: number }[];
}

const maxPosts = 30;
/** From each of three places. */
const maxFiles = 10;
/** Files with many posts would take longer than a person waits. */
const maxBytes = 500_000;
const maxExamples = 3;
/** So that one table does not stand for all. */
const maxPostsOfFile = 5;

/** Tries a zone (IANA; `undefined`: that of the preview) on some posts of a preview. Throws `import-unknown` (404). */
export async function tryZone(importId: string, timeZone?: string): Promise<ZoneEffect> {
  const context = await buildPreviewContext(importId, []);
  const current = context.options?.timeZone ?? getConfig().timeZone;
  const wanted = timeZone ?? current;
  const effect: ZoneEffect = { timeZone: current, sampled: 0, withoutZone: 0, examples: [], languages: [] };
  const languages = new Map<string, number>();
  for (const file of await readSomeFiles(importId)) {
    const [now, then, far] = await parseThrice(file, context, wanted);
    now.forEach((post, at) => {
      const [after, other] = [then[at], far[at]];
      if (!after || !other || effect.sampled >= maxPosts) return;
      effect.sampled += 1;
      languages.set(post.language, (languages.get(post.language) ?? 0) + 1);
      if (post.publishedAt.getTime() === other.publishedAt.getTime()) return;
      effect.withoutZone += 1;
      const { path, title } = post;
      const dates = { before: post.publishedAt.toISOString(), after: after.publishedAt.toISOString() };
      if (effect.examples.length < maxExamples) effect.examples.push({ path, title, ...dates });
    });
    if (effect.sampled >= maxPosts) break;
  }
  effect.languages = [...languages].map(([name, count]) => ({ name, count }));
  return effect;
}

/** A few files from the beginning, and from one and two thirds on: a folder often holds one kind after another. */
async function readSomeFiles(importId: string): Promise<SourceFile[]> {
  const entries = await countEntries(importId);
  const files = new Map<string, SourceFile>();
  for (const third of [0, 1, 2]) {
    for (const file of await readFilesFrom(importId, Math.floor((entries * third) / 3))) files.set(file.path, file);
  }
  return [...files.values()];
} // prettier-ignore

async function countEntries(importId: string): Promise<number> {
  const row = await getDb().import.findUnique({ where: { id: importId }, select: { nextEntry: true } });
  return (row?.nextEntry ?? 0) + 1;
}

async function readFilesFrom(importId: string, skip: number): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  for await (const entry of openUpload(importId, skip)) {
    if (entry.kind === 'file' && entry.file.bytes.length <= maxBytes) files.push(entry.file);
    if (files.length >= maxFiles) break;
  }
  return files;
}

/** As the preview reads it, in the wanted zone, and in one far from the first: a date that moves with it states no zone. */
async function parseThrice(file: SourceFile, context: ParseContext, wanted: string) {
  const current = context.options?.timeZone ?? context.timeZone;
  const far = current === 'Pacific/Pago_Pago' ? 'Pacific/Kiritimati' : 'Pacific/Pago_Pago';
  return [
    await parsePosts(file, context, current),
    await parsePosts(file, context, wanted),
    await parsePosts(file, context, far),
  ] as const;
}

async function parsePosts(
  file: SourceFile,
  { options, ...context }: ParseContext,
  timeZone: string,
): Promise<ImportedPost[]> {
  const posts: ImportedPost[] = [];
  const inZone = { ...context, timeZone, ...(options && { options: { ...options, timeZone } }) };
  for await (const item of getPreviewParser().parseWhole(file, inZone)) {
    if ('post' in item && posts.length < maxPostsOfFile) posts.push(item.post);
  }
  return posts;
}
