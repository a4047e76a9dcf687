'use client';

import { useRef } from 'react';
import { Button } from './button';
import { listChosen, type PickedFile } from './picked-file';

interface FileChooserProps {
  kind: 'files' | 'folder' | 'archive';
  label: string;
  onChoose: (picked: PickedFile[]) => void;
}

/** A button that opens the browser's own dialog for files, a folder or archives. */
export function FileChooser({ kind, label, onChoose }: FileChooserProps) {
  const ref = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => ref.current?.click()}>{label}</Button>
      <input
        ref={(input) => {
          ref.current = input;
          // React's types do not know this attribute.
          if (input) input.webkitdirectory = kind === 'folder';
        }}
        type="file"
        hidden
        multiple
        aria-label={label}
        data-kind={kind}
        accept={kind === 'archive' ? '.zip,.tar,.gz,.tgz,application/zip,application/gzip' : undefined}
        onChange={(event) => {
          onChoose(listChosen(event.currentTarget.files ?? []));
          // The same file can be chosen again after it was edited.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
