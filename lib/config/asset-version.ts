import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const scripts = ['theme.js', 'reader.js'];
let version: string | undefined;

/**
 * What the scripts of reader pages are asked for with (`?v=`), made from their content: browsers keep them for ever, and a
 * page of a new release gets new ones. Throws where they have not been bundled.
 */
export function getAssetVersion(): string {
  if (version !== undefined) return version;
  const hash = createHash('sha256');
  for (const name of scripts) hash.update(readFileSync(path.join(process.cwd(), 'public/assets', name)));
  version = hash.digest('base64url').slice(0, 10);
  return version;
}
