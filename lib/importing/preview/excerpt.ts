/** A line of an original with its number, from 1. */
export interface ExcerptLine {
  line: number;
  text: string;
}

const around = 2;
const maxLength = 300;

/** The lines around one of a text, long ones cut; none when the text has no such line. */
export function buildExcerpt(text: string, line: number): ExcerptLine[] {
  const lines = text.split('\n');
  if (line < 1 || line > lines.length) return [];
  const first = Math.max(1, line - around);
  return lines
    .slice(first - 1, line + around)
    .map((content, at) => ({ line: first + at, text: content.slice(0, maxLength).toWellFormed() }));
}
