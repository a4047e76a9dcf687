import { innerText } from 'domutils';
import { parseDocument } from 'htmlparser2';

const names =
  'a|abbr|applet|audio|b|big|blink|br|button|center|cite|code|del|div|em|embed|font|form|frame|frameset|h[1-6]|hr|i|iframe|img|input|ins|kbd|li|link|mark|meta|object|ol|p|q|s|script|small|span|strike|strong|style|sub|sup|svg|table|td|tr|tt|u|ul|video';
const ownTag = new RegExp(String.raw`</?(?:${names})(?:\s[^<>]*|/)?>`, 'i');
const blockEnd = /<(?:br\s{0,3}\/?|\/(?:p|div|h[1-6]))>/gi;

/**
 * One line of HTML as text: entities are decoded and HTML's own tags go; other words in angle brackets are text
 * (`《<蒙特利尔议定书>》`, `Vec<String>`).
 */
export function readHtmlLine(html: string): string {
  const hasTags = ownTag.test(html);
  const source = hasTags ? html.replace(blockEnd, ' $&') : html.replaceAll('<', '&lt;');
  const text = hasTags || html.includes('&') ? innerText(parseDocument(source).children) : html;
  return text.replace(/\s+/gu, ' ').trim();
}
