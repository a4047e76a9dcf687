import { parseDocument } from 'htmlparser2';
import { textContent } from 'domutils';

/** A title as text: entities are decoded (`&ntilde;`), white space is folded; `<` stays what it is. */
export function readPlainLine(raw: string): string {
  const text = raw.includes('&') ? textContent(parseDocument(raw.replaceAll('<', '&lt;'))) : raw;
  return text.replace(/\s+/gu, ' ').trim();
}
