import type { ReactNode } from 'react';

const looks = {
  danger: 'border-danger text-danger',
  caution: 'border-caution text-caution',
  done: 'border-done text-done',
  plain: 'border-faint text-ink',
};

interface NoticeProps {
  look?: keyof typeof looks;
  /** `alert` interrupts a screen reader, `status` waits. */
  role?: 'alert' | 'status';
  children: ReactNode;
}

/** A sentence or two that must be noticed. The text says what it is; the colour only repeats it. */
export function Notice({ look = 'plain', role, children }: NoticeProps) {
  return (
    <div role={role} className={`border-s-4 bg-wash px-4 py-3 text-sm ${looks[look]}`}>
      {children}
    </div>
  );
}
