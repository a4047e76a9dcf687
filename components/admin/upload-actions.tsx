'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from './button';
import { importStartedSchema } from './imports/import-answers';
import { Notice } from './notice';
import type { PickedFile } from './picked-file';
import type { PostResult } from './post-json';
import { uploadFiles } from './upload-files';
import { useErrorText } from './use-error-text';

/** Sends the picked files: as a preview that writes nothing (the rule), or straight away. */
export function UploadActions({ picked }: { picked: PickedFile[] }) {
  const t = useTranslations('admin');
  const errorText = useErrorText();
  const [asDraft, setAsDraft] = useState(false);
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<string | null>(null);
  const cancel = useRef<() => void>(undefined);

  async function send(dryRun: boolean) {
    setError(null);
    setShare(0);
    const query = new URLSearchParams({ ...(dryRun && { dryRun: '1' }), ...(asDraft && { asDraft: '1' }) });
    const upload = uploadFiles(`/api/imports?${query.toString()}`, picked, setShare);
    cancel.current = upload.cancel;
    open(await upload.result);
  }

  function open(result: PostResult) {
    const started = result.ok ? importStartedSchema.safeParse(result.body).data : undefined;
    if (started) return location.assign(`/admin/imports/${encodeURIComponent(started.id)}`);
    setShare(null);
    setError(errorText(result.ok ? { code: 'unexpected', params: {} } : result));
  }

  return (
    <div className="grid gap-4">
      <label className="flex min-h-11 items-center gap-3 text-sm md:min-h-6">
        <input
          type="checkbox"
          checked={asDraft}
          disabled={share !== null}
          onChange={(event) => setAsDraft(event.currentTarget.checked)}
          className="size-5 accent-accent"
        />
        {t('asDraft')}
      </label>
      {error && (
        <Notice look="danger" role="alert">
          {error}
        </Notice>
      )}
      {share === null ? (
        <div className="flex flex-wrap gap-3">
          <Button look="main" onClick={() => void send(true)}>
            {t('preview')}
          </Button>
          <Button onClick={() => void send(false)}>{t('importNow')}</Button>
        </div>
      ) : (
        <UploadBar share={share} onCancel={() => cancel.current?.()} />
      )}
    </div>
  );
}

function UploadBar({ share, onCancel }: { share: number; onCancel: () => void }) {
  const t = useTranslations('admin');
  const text = share < 1 ? t('uploading', { share }) : t('uploaded');
  return (
    <div className="grid gap-2">
      <p className="text-sm">{text}</p>
      <progress value={share} aria-label={text} />
      <p>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </p>
    </div>
  );
}
