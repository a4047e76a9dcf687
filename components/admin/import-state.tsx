'use client';

import { useTranslations } from 'next-intl';
import type { ImportReport } from './import-answers';
import { Notice } from './notice';
import { useErrorText } from './use-error-text';
import { useTimeText } from './use-time-text';

/** A sentence or two: what state the import is in and what that means. */
export function ImportState({ report }: { report: ImportReport }) {
  const t = useTranslations('admin');
  const timeText = useTimeText();
  const errorText = useErrorText();
  const { status, dryRun, startedAt, finishedAt, errorCode } = report;
  const when = finishedAt ?? startedAt;
  const look = {
    queued: 'plain',
    running: 'plain',
    done: 'done',
    failed: 'danger',
    undone: 'caution',
  } as const;
  return (
    <Notice look={look[status]} role="status">
      <p>
        {dryRun ? t(`previewState.${status}`) : t(`importState.${status}`)}
        {when && (
          <time dateTime={when} className="ms-3 text-xs whitespace-nowrap text-muted">
            {timeText(when)}
          </time>
        )}
      </p>
      {status === 'failed' && errorCode && <p>{errorText({ code: errorCode, params: {} })}</p>}
    </Notice>
  );
}
