import { cleanArticleBody } from '@/lib/articles/article-body/article-body';

const maxDigestLength = 1000;

/**
 * The digest that is kept: the stated one, else the one that was lifted out of the body. Markup is taken off, and so
 * is the source in brackets at its end. Null when it says no more than the title.
 */
export function cleanDigest(source: {
  stated: string | null;
  lifted: string | null;
  title: string;
  sourceName: string | null;
}): string | null {
  const raw = source.stated ? readPlain(source.stated) : (source.lifted ?? '');
  const digest = stripSource(raw.replace(/\s+/gu, ' ').trim(), source.sourceName);
  const isTitle = foldSentence(digest) === foldSentence(source.title);
  return digest === '' || isTitle ? null : digest.slice(0, maxDigestLength).toWellFormed();
}

/** Only a digest with markup needs the body's rules, which also take quotes and links out. */
function readPlain(stated: string): string {
  return /[<&*_`[{]/.test(stated) ? cleanArticleBody(stated, {}).text || stated : stated;
}

function stripSource(digest: string, sourceName: string | null): string {
  const bracket = /\s*[（(]([^（）()]{2,40})[）)]$/u.exec(digest);
  return bracket && sourceName && bracket[1]?.trim() === sourceName ? digest.slice(0, bracket.index) : digest;
}

function foldSentence(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
