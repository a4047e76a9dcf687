import type { MarkdownIt } from 'markdown-it';

interface Footnotes {
  /** Label to text, as defined. */
  texts: Map<string, string>;
  /** Labels in the order of their first mention. */
  order: string[];
}

/** By the environment object of a rendering, which markdown-it hands to every rule. */
const footnotesOf = new WeakMap<object, Footnotes>();

function getFootnotes(env: object): Footnotes {
  const known = footnotesOf.get(env);
  if (known) return known;
  const fresh: Footnotes = { texts: new Map(), order: [] };
  footnotesOf.set(env, fresh);
  return fresh;
}

/** Footnotes: `text[^1]` and `[^1]: note` of one paragraph; gathered in a list at the end, linked both ways. */
export function addFootnotes(markdown: MarkdownIt): void {
  addDefinitions(markdown);
  addMentions(markdown);
  markdown.core.ruler.push('footnote_list', (state) => {
    const { order, texts } = getFootnotes(state.env);
    if (order.length === 0) return;
    const token = new state.Token('html_block', '', 0);
    const items = order.map((label, index) => {
      const text = markdown.renderInline(texts.get(label) ?? '', {});
      return `<li id="fn-${index + 1}">${text} <a href="#fnref-${index + 1}">↩</a></li>`;
    });
    token.content = `<hr>\n<ol>\n${items.join('\n')}\n</ol>\n`;
    state.tokens.push(token);
  });
}

function addDefinitions(markdown: MarkdownIt): void {
  const definition = /^\[\^([^\]\s]{1,60})\]:[ \t]*(.*)$/u;
  markdown.block.ruler.before(
    'reference',
    'footnote_definition',
    (state, startLine, endLine, silent) => {
      const match = definition.exec(state.getLines(startLine, startLine + 1, state.blkIndent, false));
      if (!match) return false;
      if (silent) return true;
      let line = startLine + 1;
      while (line < endLine && !state.isEmpty(line) && !definition.test(getLine(state, line))) line += 1;
      const more = state.getLines(startLine + 1, line, state.blkIndent, false);
      const { texts } = getFootnotes(state.env);
      if (!texts.has(match[1] ?? '')) texts.set(match[1] ?? '', `${match[2]}\n${more}`.trim());
      state.line = line;
      return true;
    },
    { alt: ['paragraph', 'reference'] },
  );
}

function getLine(state: { getLines: BlockLines; blkIndent: number }, line: number): string {
  return state.getLines(line, line + 1, state.blkIndent, false);
}

type BlockLines = (begin: number, end: number, indent: number, keepLastLF: boolean) => string;

function addMentions(markdown: MarkdownIt): void {
  const mention = /\[\^([^\]\s]{1,60})\]/uy;
  markdown.inline.ruler.before('link', 'footnote_mention', (state, silent) => {
    mention.lastIndex = state.pos;
    const match = mention.exec(state.src);
    const { order, texts } = getFootnotes(state.env);
    const label = match?.[1];
    if (!match || label === undefined || !texts.has(label)) return false;
    if (!silent) {
      if (!order.includes(label)) order.push(label);
      const number = order.indexOf(label) + 1;
      const token = state.push('html_inline', '', 0);
      token.content = `<sup id="fnref-${number}"><a href="#fn-${number}">${number}</a></sup>`;
    }
    state.pos += match[0].length;
    return true;
  });
}
