import type { ImportNote } from '../import-note';

const postTypes: ReadonlySet<string> = new Set([
  'md', 'markdown', 'mkd', 'mkdn', 'mkdown', 'mdown', 'rmd', 'html', 'htm', 'xhtml', 'txt', 'text',
]); // prettier-ignore

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
  return type === null || postTypes.has(type) ? undefined : { code: 'not-a-post', params: { type } };
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

/** Any archive, also of kinds that are not opened. */
export function isArchive(path: string, head: Uint8Array): boolean {
  const start = String.fromCharCode(...head.subarray(0, 6));
  return (
    isZip(path, head) ||
    ['\x1f\x8b', 'Rar!', '7z\xbc\xaf', 'BZh', '\xfd7zXZ'].some((magic) => start.startsWith(magic))
  );
}

/** A path for reports: names may hold bytes that no database and no page can show. */
export function cleanPath(path: string): string {
  return path
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f]/g, '\ufffd')
    .slice(0, 1000);
}
