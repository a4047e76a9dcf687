import { getFileType, isPostType } from '../sources/post-file';
import type { BodyFormat, FormatReader, RawEntry } from './raw-post';

/** Text that states nothing about itself. The last of all readers; here the name decides, for nothing else could. */
export const plainTextReader: FormatReader = { format: 'text', recognise, read };

/** Standard input has no name, so its text is taken as it comes. */
function recognise(_text: string, path: string): boolean {
  const type = getFileType(path);
  return path === '-' || (type !== null && isPostType(type));
}

function* read(text: string, path: string): Generator<RawEntry> {
  yield {
    kind: 'post',
    post: {
      path,
      fields: {},
      body: text,
      bodyFormat: getBodyFormat(text, path),
      line: 1,
      notes: [{ code: 'front-matter-missing' }],
    },
  };
}

function getBodyFormat(text: string, path: string): BodyFormat {
  const type = getFileType(path) ?? '';
  if (/^x?html?$/.test(type)) return 'html';
  if (/^(?:txt|text)$/.test(type)) return 'text';
  return path === '-' && /^\s*<(?:p|div|h[1-6]|article|section)\b/i.test(text) ? 'html' : 'markdown';
}
