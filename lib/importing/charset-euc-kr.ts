/**
 * Korean as Windows writes it (code page 949), which the Encoding Standard calls euc-kr: all 11,172 syllables, of which
 * TextDecoder built on ICU knows only the 2,350 of the older standard. Undefined when a byte does not fit.
 */
export function decodeEucKr(bytes: Uint8Array): string | undefined {
  const plain = decodePlain(bytes);
  if (plain !== undefined) return plain;
  const added = listAddedSyllables();
  const parts: string[] = [];
  let start = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const lead = bytes[index] ?? 0;
    if (lead < 0x81) continue;
    const syllable = added.get((lead << 8) | (bytes[index + 1] ?? 0));
    if (syllable) {
      const before = decodePlain(bytes.subarray(start, index));
      if (before === undefined) return undefined;
      parts.push(before, syllable);
      start = index + 2;
    }
    index += 1;
  }
  const rest = decodePlain(bytes.subarray(start));
  return rest === undefined ? undefined : parts.join('') + rest;
}

function decodePlain(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('euc-kr', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

let addedSyllables: Map<number, string> | undefined;

/** Microsoft gave the syllables that the older standard lacks the free pairs, in the order of Unicode. */
function listAddedSyllables(): Map<number, string> {
  if (addedSyllables) return addedSyllables;
  const known = new Set(listPairs(0xb0, 0xc8, 0xa1, 0xfe).map((pair) => decodePlain(Buffer.from([pair >> 8, pair & 255])))); // prettier-ignore
  const missing = Array.from({ length: 11_172 }, (_, index) => String.fromCharCode(0xac00 + index)).filter(
    (syllable) => !known.has(syllable),
  );
  const free = [...listPairs(0x81, 0xa0, 0x41, 0xfe), ...listPairs(0xa1, 0xc6, 0x41, 0xa0)].filter((pair) =>
    isTrail(pair & 255),
  );
  addedSyllables = new Map(missing.map((syllable, index) => [free[index] ?? 0, syllable]));
  return addedSyllables;
}

function isTrail(byte: number): boolean {
  return byte <= 0x5a || (byte >= 0x61 && byte <= 0x7a) || byte >= 0x81;
}

function listPairs(firstLead: number, lastLead: number, firstTrail: number, lastTrail: number): number[] {
  const pairs: number[] = [];
  for (let lead = firstLead; lead <= lastLead; lead += 1)
    for (let trail = firstTrail; trail <= lastTrail; trail += 1) pairs.push((lead << 8) | trail);
  return pairs;
}
