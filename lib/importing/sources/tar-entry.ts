import type { Header } from 'tar-stream';
import { z } from 'zod';
import type { ImportLimits } from '../import-limits';
import type { ImportNote } from '../import-note';
import { tooLarge } from './rejected-entry';
import { isUnsafeName } from './zip-entry';

/** A record of the extended header, which is UTF-8 by its standard. */
const extended = z.object({ pax: z.object({ path: z.string().min(1) }) });

/**
 * The entry's name as text, without the `./` that `tar -C folder .` puts before names. `header.name` holds bytes (as
 * Latin-1): UTF-8, or else GBK.
 */
export function decodeTarName(header: Header): string {
  const isText = extended.safeParse(header).success;
  const name = isText ? header.name : decodeBytes(Buffer.from(header.name, 'latin1'));
  return name.replace(/^(?:\.\/+)+|^\.$/, '');
}

function decodeBytes(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Why an entry must not be read, judged by its header alone; undefined when it may be. */
export function judgeTarEntry(header: Header, name: string, limits: ImportLimits): ImportNote | undefined {
  const isFile = header.type === 'file' || header.type === 'contiguous-file';
  if (isUnsafeName(name) || !isFile) return { code: 'archive-entry-unsafe' };
  const { size } = header;
  return size > limits.maxContainerBytes ? tooLarge(size, limits.maxContainerBytes) : undefined;
}
