import { diffArrays } from 'diff';

/** A stretch of text that both versions have, or only one of them. */
export interface DiffPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** One paragraph of a comparison; a `gap` stands for paragraphs that are the same on both sides. */
export type DiffParagraph =
  { kind: 'same' | 'added' | 'removed' | 'changed'; parts: DiffPart[] } | { kind: 'gap'; count: number };

export interface TextDiff {
  paragraphs: DiffParagraph[];
  /** The texts are longer than what was compared. */
  isCut: boolean;
}

const maxLength = 100_000;
const contextParagraphs = 1;
/** Beyond these many differences a comparison takes seconds and helps nobody. */
const maxParagraphEdits = 2000;
const maxWordEdits = 600;

/**
 * Two texts compared for reading: by paragraphs, and within a changed one by words, in scripts without spaces by
 * characters. At most 100,000 characters of each are compared; the cost is bounded.
 */
export function diffText(before: string, after: string): TextDiff {
  const [old, fresh] = [splitParagraphs(before), splitParagraphs(after)];
  const isCut = before.length > maxLength || after.length > maxLength;
  return { paragraphs: hideSame(compareParagraphs(old, fresh)), isCut };
}

function splitParagraphs(text: string): string[] {
  return text.slice(0, maxLength).toWellFormed().split(/\n+/).filter((line) => line.trim() !== ''); // prettier-ignore
}

type Compared = Exclude<DiffParagraph, { kind: 'gap' }>;

function compareParagraphs(old: string[], fresh: string[]): Compared[] {
  const changes = diffArrays(old, fresh, { maxEditLength: maxParagraphEdits });
  const runs = changes ?? [
    { value: old, added: false, removed: true },
    { value: fresh, added: true, removed: false },
  ];
  const compared: Compared[] = [];
  for (let at = 0; at < runs.length; at += 1) {
    const [run, next] = [runs[at], runs[at + 1]];
    if (!run) continue;
    if (run.removed && next?.added) {
      compared.push(...pairUp(run.value, next.value));
      at += 1;
    } else compared.push(...run.value.map((text) => whole(run.added ? 'added' : run.removed ? 'removed' : 'same', text))); // prettier-ignore
  }
  return compared;
}

function whole(kind: DiffPart['kind'], text: string): Compared {
  return { kind, parts: [{ kind, text }] };
}

/** Paragraphs that took each other's place, in their order. */
function pairUp(removed: string[], added: string[]): Compared[] {
  return Array.from({ length: Math.max(removed.length, added.length) }).flatMap((_, at) => {
    const [old, fresh] = [removed[at], added[at]];
    if (old === undefined) return fresh === undefined ? [] : [whole('added', fresh)];
    return fresh === undefined ? [whole('removed', old)] : compareWords(old, fresh);
  });
}

function compareWords(old: string, fresh: string): Compared[] {
  const changes = diffArrays(splitWords(old), splitWords(fresh), { maxEditLength: maxWordEdits });
  const parts = changes?.map(({ value, added, removed }): DiffPart => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  })); // prettier-ignore
  const common = parts?.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.trim().length : 0), 0) ?? 0;
  // What has next to nothing in common reads better as one text instead of another.
  const isOther = common * 5 < Math.min(old.length, fresh.length);
  return parts && !isOther ? [{ kind: 'changed', parts }] : [whole('removed', old), whole('added', fresh)];
} // prettier-ignore

function splitWords(text: string): string[] {
  return text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+|\s+|./gu) ?? [];
} // prettier-ignore

function hideSame(paragraphs: Compared[]): DiffParagraph[] {
  const isNear = (at: number) =>
    paragraphs
      .slice(Math.max(0, at - contextParagraphs), at + contextParagraphs + 1)
      .some(({ kind }) => kind !== 'same');
  const shown: DiffParagraph[] = [];
  paragraphs.forEach((paragraph, at) => {
    const last = shown.at(-1);
    if (isNear(at)) shown.push(paragraph);
    else if (last?.kind === 'gap') last.count += 1;
    else shown.push({ kind: 'gap', count: 1 });
  });
  return shown;
}
