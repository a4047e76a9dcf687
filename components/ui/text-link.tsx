import type { ComponentProps } from 'react';

/** A link that stands alone and is tall enough for a thumb. */
export function TextLink({ className = '', children, ...rest }: ComponentProps<'a'>) {
  return (
    <a
      {...rest}
      className={`inline-flex min-h-11 items-center text-accent underline-offset-4 hover:underline ${className}`}
    >
      {children}
    </a>
  );
}
