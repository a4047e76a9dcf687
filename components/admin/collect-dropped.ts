import { withoutJunk, type PickedFile } from './picked-file';

/**
 * All files of a drop, folders walked to the bottom. Call it while the drop event is handled: the browser empties
 * the list afterwards.
 */
export async function collectDropped(items: DataTransferItemList): Promise<PickedFile[]> {
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const nested = await Promise.all(entries.map(walk));
  return withoutJunk(nested.flat());
}

async function walk(entry: FileSystemEntry): Promise<PickedFile[]> {
  if (isFile(entry)) return [{ path: entry.fullPath.replace(/^\//, ''), file: await readFile(entry) }];
  if (!isDirectory(entry)) return [];
  const picked: PickedFile[] = [];
  const reader = entry.createReader();
  // Browsers hand a folder over in portions of 100; an empty one is the end.
  for (let batch = await readBatch(reader); batch.length > 0; batch = await readBatch(reader)) {
    for (const child of batch) picked.push(...(await walk(child)));
  }
  return picked;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function readFile(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

function readBatch(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}
