import type { ButtonHTMLAttributes } from 'react';

const looks = {
  main: 'border-accent bg-accent text-on-accent hover:opacity-90',
  plain: 'border-faint bg-paper text-ink hover:border-accent hover:text-accent',
  danger: 'border-danger bg-paper text-danger hover:bg-wash',
};

/** Class of a button, for links that look like one. */
export function buttonClass(look: keyof typeof looks = 'plain'): string {
  return `inline-flex min-h-11 items-center justify-center border px-4 py-1 text-sm whitespace-nowrap md:min-h-9 disabled:opacity-50 ${looks[look]}`;
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { look?: keyof typeof looks };

export function Button({ look = 'plain', type = 'button', className = '', ...rest }: ButtonProps) {
  return <button type={type} className={`cursor-pointer ${buttonClass(look)} ${className}`} {...rest} />;
}
