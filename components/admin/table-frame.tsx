import type { ReactNode } from 'react';

/** Class of a head cell; it stays in sight while the table scrolls. */
export const headClass =
  'sticky top-0 z-1 border-b border-faint bg-paper px-3 py-2 text-xs first:ps-0 font-semibold whitespace-nowrap';
export const cellClass = 'border-b border-hairline px-3 py-2 align-top first:ps-0';

/** A wide table scrolls inside itself; it can be focused, so that the arrow keys scroll it, too. */
export function TableFrame({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div
      role="region"
      aria-label={label}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-[80vh] overflow-auto border-t border-ink"
    >
      {/* `left`, not `start`: head cells inherit only what differs from the browser's default. */}
      <table className="w-full min-w-xl border-separate border-spacing-0 text-left text-sm">{children}</table>
    </div>
  );
}
