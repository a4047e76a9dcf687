import type { ReactNode } from 'react';

/** Heading of a list page with a line that says what the list is. */
export function PageTitle({ children, note }: { children: ReactNode; note: string }) {
  return (
    <div className="pb-5">
      <h1 className="font-serif text-xl font-bold lg:text-2xl">{children}</h1>
      <p className="pt-2 text-sm text-muted">{note}</p>
    </div>
  );
}
