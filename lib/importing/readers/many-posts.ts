import type { RawEntry } from './raw-post';

/** A part of a file that holds nothing that a person could read. */
export function rejectEntry({ path, line }: { path: string; line?: number }): RawEntry {
  return { kind: 'rejected', path, note: { code: 'no-readable-text', ...(line ? { line } : {}) } };
}

/** A file that holds no post at all; `type` says what it holds instead. */
export function rejectFile(path: string, type?: string): RawEntry {
  return {
    kind: 'rejected',
    path,
    note: type ? { code: 'not-a-post', params: { type } } : { code: 'no-readable-text' },
  };
}
