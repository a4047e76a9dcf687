import type { FormatReader } from './raw-post';

/**
 * The first of the readers that knows the text by its content; the most specific stand first, plain text last.
 * The path is a hint for plain text and nothing else. Undefined when none knows it.
 */
export function recogniseFormat(
  text: string,
  path: string,
  readers: readonly FormatReader[],
): FormatReader | undefined {
  return readers.find((reader) => reader.recognise(text, path));
}
