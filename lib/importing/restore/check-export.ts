import { createHash } from 'node:crypto';
import { type PortalManifest, portalManifest } from '@/lib/articles/portal-manifest';
import type { SourceEntry } from '../imported-post';
import type { ImportNote } from '../import-note';
import { parseCleanJson } from './parse-clean-json';

/** What became of one manifest: undefined where it cannot be read; the notes name every file that is not as it was. */
export interface CheckedExport {
  manifest: PortalManifest | undefined;
  notes: ImportNote[];
}

const maxNamed = 1000;

/**
 * Compares the files of a source with the manifests in it. The files are read once more, one in memory at a time;
 * their hashes stay (about 150 bytes a file).
 */
export async function checkExports(
  entries: AsyncIterable<SourceEntry>,
  manifestPaths: readonly string[],
): Promise<Map<string, CheckedExport>> {
  const wanted = new Set(manifestPaths);
  const manifests = new Map<string, Uint8Array>();
  const hashes = new Map<string, string>();
  for await (const entry of entries) {
    if (entry.kind !== 'file') continue;
    const { path, bytes } = entry.file;
    if (wanted.has(path)) manifests.set(path, bytes);
    else hashes.set(path, createHash('sha256').update(bytes).digest('hex'));
  }
  return new Map(manifestPaths.map((path) => [path, checkOne(path, manifests.get(path), hashes)]));
}

function checkOne(
  path: string,
  bytes: Uint8Array | undefined,
  hashes: ReadonlyMap<string, string>,
): CheckedExport {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const { data: manifest } = portalManifest.safeParse(parseCleanJson(Buffer.from(bytes ?? []).toString()));
  const wrong: ImportNote[] = manifest
    ? Object.entries(manifest.files).flatMap(([name, hash]) => compare(folder + name, hash, hashes))
    : [{ code: 'export-file-changed', params: { path } }];
  if (wrong.length === 0) return { manifest, notes: [] };
  return {
    manifest,
    notes: [{ code: 'export-damaged', params: { count: wrong.length } }, ...wrong.slice(0, maxNamed)],
  };
}

function compare(path: string, hash: string, hashes: ReadonlyMap<string, string>): ImportNote[] {
  const found = hashes.get(path);
  if (found === hash) return [];
  return [{ code: found === undefined ? 'export-file-missing' : 'export-file-changed', params: { path } }];
}
