import { pinyin } from 'pinyin-pro';

const maxLength = 80;

/**
 * How the name of a company or sector is typed in a hurry: the first letters of its pinyin, lower case, `贵州茅台` →
 * `gzmt`. Latin letters and digits stay (`TCL科技` → `tclkj`), everything else goes. Empty without Chinese characters.
 */
export function buildPinyinInitials(name: string): string {
  return listSyllables(name)
    .map(({ part, syllable }) => (isHan(part) ? syllable.slice(0, 1) : syllable))
    .join('');
}

/** The same in full, without tones and spaces: `guizhoumaotai`. ü is v, as it is typed. */
export function buildPinyin(name: string): string {
  return listSyllables(name)
    .map(({ syllable }) => syllable)
    .join('');
}

/** The parts of a name: each Chinese character, and each run of anything else, which stays but for its marks. */
function listSyllables(name: string): { part: string; syllable: string }[] {
  const text = name.normalize('NFKC').slice(0, maxLength);
  if (!isHan(text)) return [];
  const parts = text.match(/\p{sc=Han}|\P{sc=Han}+/gu) ?? [];
  const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' });
  return parts.map((part, at) => ({
    part,
    syllable: (syllables[at] ?? '').toLowerCase().replaceAll(/[^a-z0-9]/gu, ''),
  }));
}

function isHan(text: string): boolean {
  return /\p{sc=Han}/u.test(text);
}
