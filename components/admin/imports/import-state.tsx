'use client';

import { useTranslations } from 'next-intl';
import type { ImportReport } from './import-answers';
import { Notice } from '../notice';
import { useErrorText } from '../use-error-text';
import { useTimeText } from '../use-time-text';

/** A sentence or two: what state the import is in and what that means. */
export function ImportState({ report }: { report: ImportReport }) {
  const t = useTranslations('admin');
  const timeText = useTimeText();
  const errorText = useErrorText();
  const { status, dryRun, kind, startedAt, finishedAt, errorCode } = report;
  const when = finishedAt ?? startedAt;
  const texts = kind === 'undo' ? 'undoState' : dryRun ? 'previewState' : 'importState';
  return (
    <div id={stateId} tabIndex={-1}>
      <Notice look={looks[status]} role="status">
        <p>
          {t(`${texts}.${status}`)}
          {when && (
            <time dateTime={when} className="ms-3 text-xs whitespace-nowrap text-muted">
              {timeText(when)}
            </time>
          )}
        </p>
        {status === 'failed' && errorCode && <p>{errorText({ code: errorCode, params: {} })}</p>}
      </Notice>
    </div>
  );
}

const stateId = 'import-state';

/** Takes the keyboard to the state, when what had the focus is about to go. */
export function focusState(): void {
  document.getElementById(stateId)?.focus();
}

const looks = {
  queued: 'plain',
  running: 'plain',
  paused: 'caution',
  done: 'done',
  failed: 'danger',
  cancelled: 'caution',
  undone: 'caution',
} as const;
