/**
 * Whether two posts with the same file name are one post that was edited, or two that share a name by chance:
 * one post if they carry the source's id, the same title, or at least half of the same text.
 */
export function isSamePost(
  incoming: { identityKey: string; title: string; bodyText: string },
  existing: { title: string; bodyText: string },
): boolean {
  if (/^\d{18}$/.test(incoming.identityKey)) return true;
  if (foldText(incoming.title) === foldText(existing.title)) return true;
  return shareOfCommonWords(incoming.bodyText, existing.bodyText) >= 0.5;
}

function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
}

/** Common three-character pieces over those of the shorter text; 0 to 1. The first 20,000 characters count. */
function shareOfCommonWords(a: string, b: string): number {
  const [shorter, longer] = [listPieces(a), listPieces(b)].sort((x, y) => x.size - y.size);
  if (!shorter || !longer || shorter.size === 0) return 0;
  let common = 0;
  for (const piece of shorter) if (longer.has(piece)) common += 1;
  return common / shorter.size;
}

function listPieces(text: string): Set<string> {
  const folded = foldText(text.slice(0, 20_000));
  const pieces = new Set<string>();
  for (let at = 0; at + 3 <= folded.length; at += 1) pieces.add(folded.slice(at, at + 3));
  return pieces;
}
