import { type Document, type Element, isText } from 'domhandler';
import { removeElement } from 'domutils';
import { hasClass, isBlank, listLeafBlocks, readText } from '../dom';

/** Longer names are sentences. */
const MAX_NAME_LENGTH = 60;

/**
 * The line that names the outlet: `（文章来源：上海证券报）` with the class `em_media` anywhere, or the same shape, also
 * with `来源：`, as the last block or at its end. Chips inside are read as text.
 */
export function liftSourceName(root: Document): string | null {
  const blocks = listLeafBlocks(root);
  const marked = blocks.find(
    (block) => hasClass(block, 'em_media') && parseSourceLine(readText(block)) !== null,
  );
  if (marked) return liftBlock(marked);
  const last = blocks.findLast((block) => !isBlank(block));
  if (!last) return null;
  return parseSourceLine(readText(last)) === null ? liftEnding(last) : liftBlock(last);
}

/** `（文章来源：X）`, `(来源:X)`, `文章来源：X` -> X; null for anything else. */
export function parseSourceLine(line: string): string | null {
  const inner = /^[（(【[](.*)[）)】\]]$/u.exec(line)?.[1];
  const label =
    inner === undefined ? /^(?:文章|稿件|新闻)来源\s*[:：]/u : /^(?:文章|稿件|新闻)?来源\s*[:：]/u;
  const text = (inner ?? line).trim();
  if (!label.test(text)) return null;
  const name = text.replace(label, '').trim();
  return name !== '' && name.length <= MAX_NAME_LENGTH && !/[。！？；]/u.test(name) ? name : null;
}

function liftBlock(block: Element): string | null {
  const name = parseSourceLine(readText(block));
  removeElement(block);
  return name;
}

/** `<p>….（文章来源：X）</p>`: only where the bracket is one piece of text. */
function liftEnding(block: Element): string | null {
  const node = block.children.findLast((child) => !isBlank(child));
  if (!node || !isText(node)) return null;
  const text = node.data.trimEnd();
  const start = Math.max(text.lastIndexOf('（'), text.lastIndexOf('('));
  const name = start > 0 ? parseSourceLine(text.slice(start)) : null;
  if (name !== null) node.data = text.slice(0, start);
  return name;
}
