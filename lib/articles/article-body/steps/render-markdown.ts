import Markdown, { type MarkdownIt } from 'markdown-it';
import { separateHtmlBlocks } from './separate-html-blocks';
import { addFootnotes } from './markdown-footnotes';
import { addKramdownAttributes } from './markdown-attributes';

let renderer: MarkdownIt | undefined;

/**
 * Markdown as Jekyll posts write it (CommonMark, GFM tables, strikethrough and footnotes, kramdown's attribute
 * lists, which go), with raw HTML anywhere. A body that is one block of HTML already passes as it is.
 * A leading `> …` quote is marked with `data-digest`, so that `liftDigest` can tell it from `<blockquote>`.
 * @returns HTML as the source gave it: not safe.
 */
export function renderMarkdown(source: string): string {
  const { text, isHtml } = separateHtmlBlocks(source);
  if (isHtml) return text;
  renderer ??= createRenderer();
  return renderer.render(text, {});
}

function createRenderer(): MarkdownIt {
  const markdown = new Markdown({ html: true, linkify: false, typographer: false });
  markdown.use(addKramdownAttributes).use(addFootnotes);
  markdown.core.ruler.push('digest', (state) => {
    const [first] = state.tokens;
    if (first?.type === 'blockquote_open') first.attrSet('data-digest', '');
  });
  return markdown;
}
