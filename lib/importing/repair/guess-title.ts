import type { MessageParams } from '@/lib/errors/app-error';

/** `from` says where it was taken: digest, body or name; it goes into the note for the editor. */
export interface GuessedTitle {
  title: string;
  params: MessageParams & { from: 'digest' | 'body' | 'name' };
}

export const maxTitleLength = 60;

/**
 * A title for a post that states none: the first sentence of its digest, else of its text (which begins with the
 * heading where there is one), else the file's name. Never empty, at most 60 characters (an ellipsis after them).
 */
export function guessTitle(source: { digest: string | null; text: string; name: string }): GuessedTitle {
  const fromDigest = cutSentence(source.digest ?? '');
  if (fromDigest) return { title: fromDigest, params: { from: 'digest' } };
  const fromBody = cutSentence(source.text);
  if (fromBody) return { title: fromBody, params: { from: 'body' } };
  const words = source.name.replace(/[-_]+/g, ' ').trim();
  return { title: cutAtPunctuation(words) || source.name || '–', params: { from: 'name' } };
}

function cutSentence(text: string): string {
  const line =
    text
      .slice(0, 2000)
      .split('\n')
      .find((candidate) => /[\p{L}\p{N}]/u.test(candidate)) ?? '';
  const sentence = /^.*?(?:[。！？!?；;]|\.(?=\s|$)|$)/u.exec(line.trim())?.[0] ?? '';
  return cutAtPunctuation(sentence.replace(/[。；;.]$/u, ''));
}

function cutAtPunctuation(sentence: string): string {
  const characters = Array.from(sentence.replace(/\s+/g, ' ').trim());
  if (characters.length <= maxTitleLength) return characters.join('');
  const start = characters.slice(0, maxTitleLength).join('');
  const cut = /^(.{20,})[\s，,、：:—（(]/su.exec(start)?.[1] ?? start;
  return `${cut.trim()}…`;
}
