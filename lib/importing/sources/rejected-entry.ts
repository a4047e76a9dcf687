import type { ImportNote } from '../import-note';
import type { SourceEntry } from '../imported-post';
import { cleanPath } from './post-file';

/** A rejected entry with its note. */
export function reject(path: string, note: ImportNote): SourceEntry {
  return { kind: 'rejected', path: cleanPath(path), note };
}

/** Sizes in bytes. */
export function tooLarge(size: number, limit: number): ImportNote {
  return { code: 'file-too-large', params: { size, limit } };
}

/** The system's own code (`EACCES`, `ENOENT`) says enough and names no path. */
export function unreadable(error: unknown): ImportNote {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return { code: 'unreadable', params: { reason } };
}
