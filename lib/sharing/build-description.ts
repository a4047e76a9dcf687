/**
 * Plain text for cards and search engines: white space folded, at most `limit` UTF-16 units, never cut inside a
 * character; a cut text ends in `…`.
 */
export function buildDescription(text: string, limit = 160): string {
  const folded = text.replace(/\s+/gu, ' ').trim();
  if (folded.length <= limit) return folded;
  const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });
  let kept = '';
  // A character takes at most a few units: twice the limit is always enough to look at.
  for (const { segment } of segmenter.segment(folded.slice(0, limit * 2))) {
    if (kept.length + segment.length > limit - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
