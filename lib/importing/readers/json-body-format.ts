import type { BodyFormat } from './raw-post';

/** How a text that comes without a file type is to be read: HTML by its tags, Markdown by its signs, else as it stands. */
export function guessBodyFormat(body: string): BodyFormat {
  const start = body.slice(0, 20_000);
  if (/<(?:p|br|div|h[1-6]|ul|ol|img|a|table|blockquote|figure|span|strong|em)\b[^<>]*>/i.test(start)) return 'html';
  return /^(?:#{1,6} \S|> \S|[-*] \S|```)|\]\((?:https?:|\/)|\*\*[^\s*]/m.test(start) ? 'markdown' : 'text';
} // prettier-ignore
