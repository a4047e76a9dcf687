const written =
  /((?:19|20)\d{2})\s?(?:[-/.]|年)\s?(\d{1,2})\s?(?:[-/.]|月)\s?(\d{1,2})\s?日?(?:[T\s]{1,3}(\d{1,2}):(\d{2})(?::(\d{2}))?)?(?!\d)/;
const english = /\b(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? (?:\d{1,2}, )?(?:19|20)\d{2}\b/; // prettier-ignore

/**
 * The date that readers see: of the text shortly after the title, where news sites print it (`2022年02月18日 14:51`), or null.
 * As `yyyy-mm-dd hh:mm`, or in English as it stands.
 */
export function findVisibleDate(source: Document | string): string | null {
  const text = typeof source === 'string' ? source.replace(/<[^>]*>/g, ' ') : getTextAfterTitle(source);
  const found = written.exec(text);
  if (!found) return english.exec(text)?.[0].replace('.', '') ?? null;
  const [, year = '', month = '', day = '', hour, minute, second] = found;
  const date = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  return hour ? `${date} ${[hour.padStart(2, '0'), minute, second].filter(Boolean).join(':')}` : date;
}

function getTextAfterTitle(document: Document): string {
  const text = document.body.textContent.replace(/\s+/gu, ' ');
  const heading = (document.querySelector('h1')?.textContent ?? '').replace(/\s+/gu, ' ').trim();
  const at = heading ? text.indexOf(heading) : -1;
  return at < 0 ? text.slice(0, 600) : text.slice(at + heading.length, at + heading.length + 400);
}
