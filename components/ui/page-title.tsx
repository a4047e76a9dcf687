import type { ReactNode } from 'react';

interface PageTitleProps {
  children: ReactNode;
  note: string;
  /** Stands at the end of the note's line: what else can be done with the list. */
  link?: ReactNode;
}

/** Heading of a list page with a line that says what the list is. */
export function PageTitle({ children, note, link }: PageTitleProps) {
  return (
    <div className="pb-5">
      <h1 className="font-serif text-xl font-bold lg:text-2xl">{children}</h1>
      <div className="flex flex-wrap items-center justify-between gap-x-6 pt-2 text-sm text-muted">
        <p>{note}</p>
        {link}
      </div>
    </div>
  );
}
