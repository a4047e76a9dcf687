import type { ArticleInput } from './article-input';

/**
 * The first address that is free, in the order a person would choose: as wished, with the language (translations
 * share their file name), with the day, then numbered. `taken` holds lower-cased slugs and gets the chosen one.
 */
export function chooseSlug(input: ArticleInput, taken: Set<string>): string {
  const slug = listCandidates(input).find((candidate) => !taken.has(candidate.toLowerCase()));
  const chosen = slug ?? numberSlug(input.wantedSlug, taken);
  taken.add(chosen.toLowerCase());
  return chosen;
}

/** Every address worth looking up before `chooseSlug`, but for the numbered ones. */
export function listCandidates(input: ArticleInput): string[] {
  const { wantedSlug, language, publishedAt } = input;
  const day = publishedAt.toISOString().slice(0, 10);
  return [
    wantedSlug,
    `${wantedSlug}-${language.toLowerCase()}`,
    `${wantedSlug}-${language.toLowerCase()}-${day}`,
  ];
}

function numberSlug(wanted: string, taken: Set<string>): string {
  let number = 2;
  while (taken.has(`${wanted}-${number}`.toLowerCase())) number += 1;
  return `${wanted}-${number}`;
}
