/** Folders that name a language by themselves. `it`, `id` and `no` are left out: they are words and categories. */
const folderCodes: ReadonlySet<string> = new Set([
  'ar', 'bg', 'de', 'en', 'es', 'fr', 'ja', 'ko', 'pl', 'pt', 'ru', 'tr', 'uk', 'vi', 'zh',
]); // prettier-ignore

/** True for a folder that stands for a language: `ja`, `zh_tw`, `zh-Hans`, `pt-br`. */
export function isLanguageFolder(segment: string): boolean {
  return folderCodes.has(segment.toLowerCase()) || /^(?:[a-z]{2}[-_](?:[a-z]{2}|[a-z]{4}))$/i.test(segment);
}

/**
 * The post's language as BCP 47: what it states, else the folder it lies in, else what its letters show, else
 * `fallback`. Chinese is always `zh-CN` or `zh-TW`; of other languages the region is dropped.
 */
export function findLanguage(source: {
  stated: string | null;
  path: string;
  text: string;
  fallback: string;
}): string {
  const folder = source.path.split('/').slice(0, -1).findLast(isLanguageFolder);
  return (
    normaliseLanguage(source.stated) ??
    normaliseLanguage(folder ?? null) ??
    detectLanguage(source.text) ??
    source.fallback
  );
}

function normaliseLanguage(code: string | null): string | undefined {
  const [language = '', ...rest] = (code ?? '').trim().toLowerCase().split(/[-_]/);
  if (language === 'zh')
    return rest.some((part) => ['tw', 'hk', 'mo', 'hant'].includes(part)) ? 'zh-TW' : 'zh-CN';
  return /^[a-z]{2,3}$/.test(language) ? language : undefined;
}

/** Common characters of which the two Chinese scripts have different forms. */
const simplified = new Set(
  '们这个来时国会说为学发经过对业长开关问现实见体东车马门风书点电话还进钱银财证债资险',
);
const traditional = new Set(
  '們這個來時國會說為學發經過對業長開關問現實見體東車馬門風書點電話還進錢財證債資險',
);

/** Judges by the first 800 characters; undefined when there are too few letters. */
function detectLanguage(text: string): string | undefined {
  const { han, kana, hangul, latin, simple, complex } = countLetters(text.slice(0, 800));
  if (han + kana + hangul + latin < 4) return undefined;
  if (hangul > han + kana && hangul * 4 > latin) return 'ko';
  if (kana * 5 > han && kana * 8 > latin) return 'ja';
  // A Han character says about as much as four letters.
  if (han * 4 > latin) return complex > simple ? 'zh-TW' : 'zh-CN';
  return 'en';
}

/** One pass over the code units: this runs for every post, and patterns by script cost ten times as much. */
function countLetters(sample: string) {
  const counts = { han: 0, kana: 0, hangul: 0, latin: 0, simple: 0, complex: 0 };
  for (let at = 0; at < sample.length; at += 1) {
    const unit = sample.charCodeAt(at) | (sample.charCodeAt(at) < 0x80 ? 0x20 : 0);
    if (unit >= 0x61 && unit <= 0x7a) counts.latin += 1;
    else if (unit >= 0x3040 && unit <= 0x30ff) counts.kana += 1;
    else if (unit >= 0xac00 && unit <= 0xd7a3) counts.hangul += 1;
    else if (unit >= 0x3400 && unit <= 0x9fff) {
      counts.han += 1;
      if (simplified.has(sample.charAt(at))) counts.simple += 1;
      if (traditional.has(sample.charAt(at))) counts.complex += 1;
    }
  }
  return counts;
}
