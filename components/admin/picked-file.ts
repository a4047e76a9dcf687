/** A file that an editor chose, with its path inside the folder that was chosen or dropped. */
export interface PickedFile {
  path: string;
  file: File;
}

/** Files of an `<input type="file">`; a folder's files carry their path. */
export function listChosen(files: Iterable<File>): PickedFile[] {
  return withoutJunk([...files].map((file) => ({ path: file.webkitRelativePath || file.name, file })));
}

/** Adds files to those already picked, by path; one of the same path replaces the earlier. */
export function mergePicked(before: PickedFile[], added: PickedFile[]): PickedFile[] {
  const byPath = new Map([...before, ...added].map((picked) => [picked.path, picked]));
  return [...byPath.values()].sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }));
}

/** Sum of the sizes in bytes. */
export function sumSizes(picked: PickedFile[]): number {
  return picked.reduce((sum, { file }) => sum + file.size, 0);
}

/** Folders carry files that no person put there (.DS_Store, .git, Thumbs.db). */
export function withoutJunk(picked: PickedFile[]): PickedFile[] {
  return picked.filter(({ path }) => {
    const segments = path.split('/');
    return (
      !segments.some((segment) => segment.startsWith('.') || segment === '__MACOSX') &&
      segments.at(-1) !== 'Thumbs.db'
    );
  });
}
