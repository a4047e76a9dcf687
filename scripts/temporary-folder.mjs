import { accessSync, constants, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Where the machine's folder for temporary files is closed to us, as in a locked-down container, one beside the installed
 * packages takes its place, for this process and those that it starts.
 */
export function ensureTemporaryFolder() {
  if (isWritable(tmpdir())) return;
  const own = path.resolve('node_modules/.cache/tmp');
  try {
    mkdirSync(own, { recursive: true });
  } catch {
    return; // whoever needs it says what is missing
  }
  process.env.TMPDIR = own;
}

/** @param {string} folder */
function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
