'use client';

import { useTranslations } from 'next-intl';
import { useState, type DragEvent } from 'react';
import { FileChooser } from './file-chooser';
import { collectDropped } from './collect-dropped';
import { mergePicked, type PickedFile } from './picked-file';
import { PickedCount, PickedList } from './picked-list';
import { UploadActions } from './upload-actions';

/** Where an import begins: files are dropped or chosen here, then sent to be looked at or imported. */
export function UploadPanel() {
  const t = useTranslations('admin');
  const [picked, setPicked] = useState<PickedFile[]>([]);
  const [over, setOver] = useState(false);
  const add = (added: PickedFile[]) => setPicked((before) => mergePicked(before, added));

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void collectDropped(event.dataTransfer.items).then(add);
  }

  return (
    <div className="grid gap-6">
      <div
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className="grid justify-items-center gap-4 border-2 border-dashed border-faint px-4 py-10 text-center data-[over=true]:border-accent data-[over=true]:bg-wash"
      >
        <p className="text-sm">{t('dropHere')}</p>
        <div className="flex flex-wrap justify-center gap-3">
          <FileChooser kind="files" label={t('chooseFiles')} onChoose={add} />
          <FileChooser kind="folder" label={t('chooseFolder')} onChoose={add} />
          <FileChooser kind="archive" label={t('chooseArchive')} onChoose={add} />
        </div>
        <p className="max-w-prose text-xs text-muted">{t('dropHint')}</p>
      </div>
      <PickedCount picked={picked} />
      {/* Before the list, so that the keyboard need not pass every file. */}
      {picked.length > 0 && <UploadActions picked={picked} />}
      {picked.length > 0 && <PickedList picked={picked} onChange={setPicked} />}
    </div>
  );
}
