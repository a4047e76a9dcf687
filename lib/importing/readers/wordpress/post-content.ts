import { replaceBetween } from '../xml/replace-between';
import { addParagraphs } from './auto-paragraphs';
import { readShortcodes } from './shortcodes';

/** Stands for the border of a block while the text is taken apart; the text itself holds no control characters. */
const blockStart = '\u0002';
const blockEnd = '\u0003';

/**
 * The content of a WordPress post as HTML. Posts of the block editor are HTML already and lose their block comments;
 * what was typed in the classic editor, also between blocks, gets its paragraphs. All comments go.
 */
export function readPostContent(content: string): string {
  const html = replaceBetween(readShortcodes(content), '<!--', '-->', readComment);
  let depth = 0;
  const parts = html.split(/([\u0002\u0003])/).map((part) => {
    if (part === blockStart) depth += 1;
    else if (part === blockEnd) depth = Math.max(0, depth - 1);
    else return depth > 0 ? part : addParagraphs(part);
    return '';
  });
  return parts.join('').trim();
}

function readComment(comment: string): string {
  const text = comment.trim();
  if (/^(?:more|nextpage)\b/.test(text)) return '\n\n';
  if (text.startsWith('/wp:')) return blockEnd;
  return text.startsWith('wp:') && !text.endsWith('/') ? blockStart : '';
}
