import type { ReactNode } from 'react';

interface NoticeProps {
  title: string;
  text: string;
  /** `h2` inside a page that has its own heading. */
  heading?: 'h1' | 'h2';
  /** Ways on: links, lists. */
  children?: ReactNode;
}

/** A page that has no story to show: says what happened and where to go. */
export function Notice({ title, text, heading: Heading = 'h1', children }: NoticeProps) {
  return (
    <section className="max-w-[38rem] py-6 lg:py-12">
      <Heading className="font-serif text-xl font-bold">{title}</Heading>
      <p className="pt-3 text-base text-muted">{text}</p>
      {children}
    </section>
  );
}
