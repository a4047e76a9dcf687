'use client';

import { useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import { Button } from '../button';
import { inputClass } from '../field';
import { Notice } from '../notice';

/** A secret that is shown this once, to be copied. */
export function NewToken({ token }: { token: string }) {
  const t = useTranslations('admin.tokens');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState('');

  async function copy() {
    input.current?.select();
    try {
      await navigator.clipboard.writeText(token);
      setCopied(t('copied'));
    } catch {
      // Browsers keep the clipboard from pages without TLS; the token is selected for the editor's own keys.
      setCopied(t('copyByHand'));
    }
  }

  return (
    <Notice look="done" role="status">
      <label htmlFor={id} className="font-semibold">
        {t('shownOnce')}
      </label>
      <div className="flex flex-wrap gap-2 py-2">
        <input
          id={id}
          ref={input}
          readOnly
          value={token}
          spellCheck={false}
          autoComplete="off"
          onFocus={(event) => event.currentTarget.select()}
          className={`${inputClass} min-w-0 flex-1 basis-80 font-mono`}
        />
        <Button onClick={() => void copy()}>{t('copy')}</Button>
      </div>
      <p aria-live="polite">{copied}</p>
    </Notice>
  );
}
