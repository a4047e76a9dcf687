import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import { isBlock, isBlank, listElements } from '@/lib/articles/article-body/dom';
import { parseBody } from '@/lib/articles/article-body/steps/parse-body';
import { measureBackticks, readRawText, writeMarkdownCell, writeMarkdownLine } from './write-markdown-line';

/**
 * A sanitised body as Markdown: CommonMark, with tables and strike-through of GFM. Text stays text: nothing that a body
 * says becomes markup. Costs its length; `parseBody` limits the depth of the recursion.
 */
export function convertToMarkdown(html: string): string {
  return writeBlocks(parseBody(html).root.children).join('\n\n');
}

/** Each block on its own; what stands between blocks is a paragraph. */
function writeBlocks(nodes: readonly ChildNode[]): string[] {
  const blocks: string[] = [];
  let inline: ChildNode[] = [];
  const endParagraph = () => {
    const line = writeMarkdownLine(inline);
    if (line !== '') blocks.push(line);
    inline = [];
  };
  for (const node of nodes) {
    if (!isTag(node) || !holdsBlocks(node)) inline.push(node);
    else {
      endParagraph();
      for (const block of writeBlock(node)) if (block !== '') blocks.push(block);
    }
  }
  endParagraph();
  return blocks;
}

function holdsBlocks(element: Element): boolean {
  return isBlock(element) || listElements(element).some(isBlock);
}

function writeBlock(element: Element): string[] {
  const { name, children } = element;
  const level = /^h([1-6])$/.exec(name)?.[1];
  if (level !== undefined) return [writeHeading(Number(level), children)];
  switch (name) {
    case 'ul':
    case 'ol':
      return [writeList(element)];
    case 'blockquote':
      return [prefixLines(writeBlocks(children).join('\n\n'), '> ')];
    case 'pre':
      return [writePre(element)];
    case 'hr':
      return ['---'];
    case 'table':
      return writeTable(element);
    default:
      return writeBlocks(children);
  }
}

function writeHeading(level: number, children: readonly ChildNode[]): string {
  const text = writeMarkdownCell(children);
  return text === '' ? '' : `${'#'.repeat(level)} ${text}`;
}

function writeList({ name, attribs, children }: Element): string {
  const start = Number(attribs['start'] ?? 1);
  const items = children.filter((node) => !isText(node) || node.data.trim() !== '');
  return items
    .map((item, index) => {
      const marker = name === 'ol' ? `${Math.max(0, start + index)}. ` : '- ';
      const blocks = writeBlocks(isTag(item) && item.name === 'li' ? item.children : [item]);
      return marker + prefixLines(blocks.join('\n\n'), ' '.repeat(marker.length)).trimStart();
    })
    .join('\n');
}

function prefixLines(text: string, prefix: string): string {
  return text
    .split('\n')
    .map((line) => (prefix + line).trimEnd())
    .join('\n');
}

function writePre(element: Element): string {
  const code = readRawText(element).replace(/^\n/, '').trimEnd();
  const language = listElements(element)
    .map(({ attribs }) => /^language-([\w+#.-]+)$/.exec(attribs['class'] ?? '')?.[1])
    .find((name) => name !== undefined);
  const fence = '`'.repeat(Math.max(3, measureBackticks(code) + 1));
  return `${fence}${language ?? ''}\n${code}\n${fence}`;
}

/** The first row is the head: GFM knows no table without one. A caption stands before it. */
function writeTable(table: Element): string[] {
  const elements = listElements(table);
  const caption = elements.find(({ name }) => name === 'caption');
  const rows = elements
    .filter(({ name }) => name === 'tr')
    .map(({ children }) =>
      children.filter(isTag).map((cell) => writeMarkdownCell([cell]).replaceAll('|', String.raw`\|`)),
    );
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return [];
  const lines = rows.map((row) => writeRow([...row, ...Array<string>(width - row.length).fill('')]));
  const rule = writeRow(Array<string>(width).fill('---'));
  const title = caption && !isBlank(caption) ? [writeMarkdownLine(caption.children)] : [];
  return [...title, [lines[0], rule, ...lines.slice(1)].join('\n')];
}

function writeRow(cells: string[]): string {
  return `| ${cells.join(' | ')} |`;
}
