import type { MarkdownIt } from 'markdown-it';

/** One attribute list, extension or heading id of kramdown: `{: .class key="v"}`, `{:toc}`, `{::options /}`, `{#id}`. */
const attributeList =
  /\{(?::{1,2}[ \t]*(?:[.#][\w-]+|[a-z][\w-]*=(?:"[^"{}]*"|'[^'{}]*')|toc|\/?[a-z]+)(?:[ \t]+[^{}\n]*)?|#[\w-]+|:\/[a-z]*)[ \t]*\/?\}/uy;

/**
 * kramdown's attribute lists are no text: they go. An id is kept as an empty `<span id>`, for links to it.
 * Ruby's `{:b=>2}` is text.
 */
export function addKramdownAttributes(markdown: MarkdownIt): void {
  markdown.inline.ruler.push('kramdown_attributes', (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== 0x7b) return false;
    attributeList.lastIndex = state.pos;
    const [match] = attributeList.exec(state.src) ?? [];
    if (match === undefined || state.pos + match.length > state.posMax) return false;
    if (!silent) keepId(state.push('html_inline', '', 0), match);
    state.pos += match.length;
    return true;
  });
}

function keepId(token: { content: string }, list: string): void {
  const id = /#([\w-]+)/u.exec(list)?.[1];
  if (list.includes('toc')) token.content = '<!--toc-->';
  else if (id !== undefined) token.content = `<span id="${id}"></span>`;
}
