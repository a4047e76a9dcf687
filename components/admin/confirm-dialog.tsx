'use client';

import { useTranslations } from 'next-intl';
import { useId, useRef, type ReactNode } from 'react';
import { Button } from './button';

interface ConfirmDialogProps {
  /** Text of the button that asks. */
  label: string;
  title: string;
  children: ReactNode;
  /** Text of the button that does it. */
  action: string;
  onConfirm: () => void;
  disabled?: boolean;
}

/** A button that asks before it acts. The browser's own dialog keeps the focus in and closes on Escape. */
export function ConfirmDialog({ label, title, children, action, onConfirm, disabled }: ConfirmDialogProps) {
  const t = useTranslations('admin');
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  function confirm() {
    ref.current?.close();
    onConfirm();
  }

  return (
    <>
      <Button look="danger" disabled={disabled} onClick={() => ref.current?.showModal()}>
        {label}
      </Button>
      <dialog
        ref={ref}
        aria-labelledby={titleId}
        className="m-auto w-full max-w-md border border-faint bg-paper p-6 text-sm text-ink backdrop:bg-black/50"
      >
        <h2 id={titleId} className="font-serif text-lg font-bold">
          {title}
        </h2>
        <div className="py-4">{children}</div>
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={() => ref.current?.close()}>{t('cancel')}</Button>
          <Button look="danger" onClick={confirm}>
            {action}
          </Button>
        </div>
      </dialog>
    </>
  );
}
