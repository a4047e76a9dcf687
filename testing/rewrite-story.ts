import type { StorySource } from '@/lib/groups/story-text';

/** What outlets do to a story that they take over, and what other stories of the same template look like; always the same. */
export const rewrites: Record<string, (story: StorySource) => StorySource> = {
  dateline: ({ title, bodyText }) => ({
    title: `【快讯】${title}`,
    digest: null,
    bodyText: `财联社12月8日电，${bodyText}（文章来源：财联社）`,
  }),
  retitled: (story) => ({ ...story, title: headline(story) }),
  shortened: ({ title, bodyText }) => ({ title, digest: null, bodyText: keep(bodyText, 0.55) }),
  lead: ({ title, bodyText }) => ({ title, digest: null, bodyText: keep(bodyText, 0.35) }),
  framed: ({ title, digest, bodyText }) => ({
    title,
    digest,
    bodyText: `${keep(bodyText, 0.8)}\n市场有风险，投资需谨慎。本文不构成任何投资建议。`,
  }),
  reworded: ({ title, digest, bodyText }) => ({ title: reword(title), digest, bodyText: reword(bodyText) }),
  taken: (story) => ({
    title: `${headline(story)}，怎么回事？`,
    digest: null,
    bodyText: `本报记者12月8日讯，${reword(keep(story.bodyText, 0.6))}（责任编辑：李四）`,
  }),
  widened: ({ title, digest, bodyText }) => ({ title: widen(title), digest, bodyText: widen(bodyText) }),
  /** The same report of another day: every figure but years is another. */
  otherDay: ({ title, digest, bodyText }) => ({
    title: shiftFigures(title, 1),
    digest: digest && shiftFigures(digest, 1),
    bodyText: shiftFigures(bodyText, 1),
  }),
  /** Some figures of the template stay the same. */
  someFigures: ({ title, digest, bodyText }) => ({
    title: shiftFigures(title, 1),
    digest: digest && shiftFigures(digest, 2),
    bodyText: shiftFigures(bodyText, 2),
  }),
  /** The same words about another company. */
  otherName: ({ title, digest, bodyText }) => {
    const name = findName(title);
    const isNamed = name !== undefined && bodyText.includes(name);
    const swap = (text: string) => (isNamed ? text.replaceAll(name, '海宁皮城') : text);
    return { title: swap(title), digest: digest && swap(digest), bodyText: swap(bodyText) };
  },
};

function splitSentences(text: string): string[] {
  return text.match(/(?:[^。！？.!?\n]|[.!?](?=\S))+[。！？.!?\n]*/g) ?? [text];
}

/** The first sentences, at least one, up to a share of the text. */
function keep(text: string, share: number): string {
  const kept: string[] = [];
  let length = 0;
  for (const sentence of splitSentences(text)) {
    if (kept.length > 0 && length + sentence.length > text.length * share) break;
    kept.push(sentence);
    length += sentence.length;
  }
  return kept.join('').trim();
}

/** A headline as another outlet makes one: from the beginning of the text. */
function headline({ title, bodyText }: StorySource): string {
  const [first = ''] = splitSentences(bodyText);
  const clauses = first.split(/[，,；;：:]/).filter((clause) => clause.trim().length > 3);
  const made = clauses.slice(0, 2).join(' ').slice(0, 60).trim();
  return made === '' ? title : made;
}

const otherWords: [RegExp, string][] = [
  [/公司/g, '该企业'],
  [/表示/g, '称'],
  [/增长/g, '上升'],
  [/预计/g, '料'],
  [/认为/g, '指出'],
  [/目前/g, '现时'],
  [/以及/g, '和'],
  [/进行/g, '展开'],
  [/方面/g, '上'],
  [/同时/g, '此外'],
  [/继续/g, '持续'],
  [/市场/g, '市面'],
  [/已经|已/g, '业已'],
  [/今日|今天/g, '当天'],
  [/\bhas been\b/g, 'was'],
  [/\bplease\b/gi, 'kindly'],
  [/\brelease\b/g, 'version'],
  [/\bfix(?:es|ed)?\b/g, 'mend'],
];

function reword(text: string): string {
  return otherWords.reduce((changed, [word, other]) => changed.replace(word, other), text);
}

function widen(text: string): string {
  return text
    .replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
    .replaceAll(' ', '　');
}

/** Every `step`-th figure becomes another of the same length; years stay. */
function shiftFigures(text: string, step: number): string {
  let count = 0;
  return text.replace(/\d+/g, (figure) => {
    count += 1;
    if (/^(?:19|20)\d\d$/.test(figure) || count % step !== 0) return figure;
    return figure.replace(/\d/g, (digit, at: number) => String((Number(digit) + 3 + at) % 10 || 1));
  });
}

/** Whom a headline is about: what stands before its colon, without a code in brackets. */
function findName(title: string): string | undefined {
  return /^([^：:(（]{2,14})(?:[(（][^)）]*[)）])?[：:]/u.exec(title)?.[1];
}
