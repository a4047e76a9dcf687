import type { ImportNote } from '../import-note';

const postTypes: ReadonlySet<string> = new Set([
  'md', 'markdown', 'mkd', 'mkdn', 'mkdown', 'mdown', 'rmd', 'html', 'htm', 'xhtml', 'txt', 'text',
]); // prettier-ignore

/** Files that may hold many posts: exports, feeds, lists and tables. */
const containerTypes: ReadonlySet<string> = new Set([
  'xml', 'rss', 'atom', 'rdf', 'json', 'jsonl', 'ndjson', 'csv', 'tsv',
]); // prettier-ignore

const archiveTypes: ReadonlySet<string> = new Set(['zip', 'tar', 'tgz', 'gz']);

/** Folders of a Jekyll site that hold its machinery and no posts. */
const machineryFolders: ReadonlySet<string> = new Set([
  '_layouts',
  '_includes',
  '_sass',
  '_data',
  '_plugins',
  '_site',
  '_config',
]);

/** Neither posts nor worth a word: what version control, package managers and desktops leave in folders. */
const silentNames = /^(?:\..*|node_modules|__MACOSX|Thumbs\.db|desktop\.ini)$/;

/** True for names that are passed over in folders and archives without a word. */
export function isSilentlySkipped(name: string): boolean {
  return silentNames.test(name);
}

/** Why a file cannot be a post, judged by its path alone, so that it need not be read; undefined when it may be one. */
export function rejectByName(path: string): ImportNote | undefined {
  const folder = path
    .split('/')
    .slice(0, -1)
    .find((segment) => machineryFolders.has(segment));
  if (folder) return { code: 'not-a-post', params: { type: folder } };
  const type = getFileType(path);
  return type === null || postTypes.has(type) || containerTypes.has(type) || archiveTypes.has(type)
    ? undefined
    : { code: 'not-a-post', params: { type } };
}

/** True for types (lower-case, without the dot) of files that are one post each. */
export function isPostType(type: string): boolean {
  return postTypes.has(type);
}

/**
 * Whether a file may be an export, feed, list or table with many posts, and so larger than any post: by its type, or
 * by how it begins (markup that is declared as XML, a list or an object of JSON).
 */
export function mayHoldManyPosts(path: string, head: Uint8Array): boolean {
  if (containerTypes.has(getFileType(path) ?? '')) return true;
  const start = String.fromCharCode(...head.subarray(0, 64)).replace(
    /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/,
    '',
  );
  return /^\s*(?:<\?xml|<rss|<feed|<rdf:|\[\s*\{|\{\s*")/i.test(start.replaceAll('\0', ''));
}

/** The extension, lower-case; null when the name has none (`ruby-2.0.0-released` ends in a version, not a type). */
export function getFileType(path: string): string | null {
  const name = path.split('/').at(-1) ?? '';
  const type = /[^.]\.([a-z][a-z0-9]{0,9})$/i.exec(name)?.[1];
  return type?.toLowerCase() ?? null;
}

const officeTypes: ReadonlySet<string> = new Set([
  'docx',
  'xlsx',
  'pptx',
  'odt',
  'ods',
  'odp',
  'epub',
  'jar',
  'apk',
]);

/** A zip by its first bytes; documents that are zips inside are files, not archives. */
export function isZip(path: string, head: Uint8Array): boolean {
  const isMagic =
    head[0] === 0x50 &&
    head[1] === 0x4b &&
    [0x0304, 0x0506, 0x0708].includes(((head[2] ?? 0) << 8) | (head[3] ?? 0));
  return isMagic && !officeTypes.has(getFileType(path) ?? '');
}

/** A tar by the mark in its first header (512 bytes are enough), or one of before there was a mark by its name. */
export function isTar(path: string, head: Uint8Array): boolean {
  return String.fromCharCode(...head.subarray(257, 262)) === 'ustar' || getFileType(path) === 'tar';
}

/** An archive that can be opened; null for everything else. A name counts only where bytes do not say otherwise. */
export function getArchiveKind(path: string, head: Uint8Array): 'zip' | 'tar' | 'gzip' | null {
  if (isZip(path, head)) return 'zip';
  if ((head[0] === 0x1f && head[1] === 0x8b) || /\.t?gz$/i.test(path)) return 'gzip';
  if (isTar(path, head)) return 'tar';
  return getFileType(path) === 'zip' ? 'zip' : null;
}

/** Any archive by its bytes, also of kinds that are not opened. */
export function isArchive(path: string, head: Uint8Array): boolean {
  const start = String.fromCharCode(...head.subarray(0, 6));
  return (
    isZip(path, head) ||
    isTar('', head) ||
    ['\x1f\x8b', 'Rar!', '7z\xbc\xaf', 'BZh', '\xfd7zXZ', '\x28\xb5\x2f\xfd'].some((magic) =>
      start.startsWith(magic),
    )
  );
}

/** A path for reports: names may hold bytes that no database and no page can show. */
export function cleanPath(path: string): string {
  return path
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f]/g, '\ufffd')
    .slice(0, 1000);
}
