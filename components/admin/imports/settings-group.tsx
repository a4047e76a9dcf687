import type { ReactNode } from 'react';

/** Settings that belong together, with a head and perhaps a sentence about them. */
export function SettingsGroup({
  legend,
  hint,
  children,
}: {
  legend: string;
  hint?: string;
  children: ReactNode;
}) {
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-2 border-t border-hairline pt-3">
      <legend className="float-start w-full text-sm font-semibold">{legend}</legend>
      {hint && <p className="text-xs text-muted">{hint}</p>}
      {children}
    </fieldset>
  );
}
