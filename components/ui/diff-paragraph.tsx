import type { DiffParagraph as Paragraph } from '@/lib/articles/diff-text';

interface DiffParagraphProps {
  paragraph: Exclude<Paragraph, { kind: 'gap' }>;
  /** Read out before what was added or removed: colour and lines say nothing to the ear. */
  addedMark: string;
  removedMark: string;
  /** `lang` of the text, where it differs from the page's. */
  language?: string | undefined;
  /** Green and red on editors' pages; to readers they mean the market. */
  isColoured?: boolean;
}

/** A paragraph with what was added and removed in it. */
export function DiffParagraph({
  paragraph,
  addedMark,
  removedMark,
  language,
  isColoured = false,
}: DiffParagraphProps) {
  return (
    <p>
      {paragraph.parts.map(({ kind, text }, index) =>
        kind === 'same' ? (
          <span key={index} lang={language}>
            {text}
          </span>
        ) : kind === 'added' ? (
          <ins
            key={index}
            className={`bg-wash underline decoration-2 underline-offset-4 ${isColoured ? 'text-done' : 'font-semibold text-accent'}`}
          >
            <span className="sr-only">{addedMark}</span>
            <span lang={language}>{text}</span>
          </ins>
        ) : (
          <del
            key={index}
            className={`line-through decoration-2 ${isColoured ? 'text-danger' : 'text-faint'}`}
          >
            <span className="sr-only">{removedMark}</span>
            <span lang={language}>{text}</span>
          </del>
        ),
      )}
    </p>
  );
}
