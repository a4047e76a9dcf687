import { createHash } from 'node:crypto';
import { buildManifest } from './build-manifest';
import { listExportedArticles } from './list-exported-articles';
import { writePost } from './write-post';

/** One file of an export; its path is relative, with `/`. */
export interface ExportFile {
  path: string;
  text: string;
}

/** What an export holds; complete when the last file was taken. */
export interface ExportCounts {
  articles: number;
  /** Former states that did not fit into a file that can be imported again. */
  revisionsLeftOut: number;
}

/**
 * The whole portal as files, one in memory at a time: every article as a Jekyll post, and `manifest.json`, which comes
 * last and names all others with their SHA-256, so that an export that was cut or damaged is noticed. `counts` is
 * kept up to date while files are taken.
 */
export async function* exportPortal(counts: ExportCounts, now = new Date()): AsyncGenerator<ExportFile> {
  // Lines of the manifest: 130 bytes an article is all that stays in memory.
  const files: string[] = [];
  for await (const article of listExportedArticles()) {
    const { path, text, revisionsLeftOut } = writePost(article);
    files.push(flatten(`"${path}": "${createHash('sha256').update(text).digest('hex')}"`));
    counts.articles += 1;
    counts.revisionsLeftOut += revisionsLeftOut;
    yield { path, text };
  }
  const head = JSON.stringify(await buildManifest(counts.articles, now), null, 1).slice(0, -2);
  yield { path: 'manifest.json', text: `${head},\n "files": {\n${files.sort().join(',\n')}\n }\n}\n` };
}

/** A string that was put together keeps its parts, here all of an article's fields, in memory; a decoded one does not. */
function flatten(text: string): string {
  return Buffer.from(text).toString();
}
