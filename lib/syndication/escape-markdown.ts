/**
 * A text as Markdown that says the same: no mark, no HTML and no entity of it means anything. `_` inside a word, and
 * `&` that begins no entity, are harmless and stay readable. Source: CommonMark 0.31, "Backslash escapes".
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*[\]<>]|~(?=~)|&(?=#?\w)/g, String.raw`\$&`)
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\_`);
}

/** The same for a text that begins a line, where some signs would make it a heading, a list or a rule. */
export function escapeLineStart(line: string): string {
  const start = /^(?:(#{1,6}(?=\s|$))|([-+=](?=[\s\-=]|$))|(\d{1,9})([.)])(?=\s|$))/.exec(line);
  if (!start) return line;
  const [whole, , , digits, mark] = start;
  return digits === undefined ? `\\${line}` : `${digits}\\${mark ?? ''}${line.slice(whole.length)}`;
}

/** An address between `<` and `>`, where only these and white space would end it. */
export function writeMarkdownAddress(address: string): string {
  return `<${address.replace(/[\s<>\\]/g, (sign) => encodeURIComponent(sign))}>`;
}
