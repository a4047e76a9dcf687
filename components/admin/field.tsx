import { useId, type InputHTMLAttributes } from 'react';

/** Class of text inputs and selects. */
export const inputClass = 'min-h-11 w-full border border-faint bg-paper px-3 text-sm text-ink md:min-h-9';

type FieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> & { label: string; hint?: string };

/** A labelled text input, with a hint that screen readers read along. */
export function Field({ label, hint, ...input }: FieldProps) {
  const id = useId();
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <input id={id} className={inputClass} aria-describedby={hint ? `${id}-hint` : undefined} {...input} />
      {hint && (
        <p id={`${id}-hint`} className="text-xs text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
