import type { ReactNode } from 'react';

/** Heading of a part of the page, under a strong rule. */
export function SectionTitle({ id, children }: { id: string; children: ReactNode }) {
  return (
    <h2 id={id} className="border-t-2 border-ink pt-2 pb-3 text-sm font-semibold">
      {children}
    </h2>
  );
}
