import { useTranslations } from 'next-intl';

/** Puts the story on the list that only this browser knows: served by client/stories, not there without script. */
export function SaveButton() {
  const t = useTranslations('reading');
  return (
    <span className="needs-script no-print ms-auto inline-flex flex-wrap items-center justify-end gap-x-3">
      <span
        role="status"
        data-save-status
        data-saved={t('savedStatus')}
        data-removed={t('removedStatus')}
        data-failed={t('saveFailed')}
        className="text-xs"
      />
      <button type="button" data-save aria-pressed="false" className="save-button">
        <svg
          aria-hidden="true"
          viewBox="0 0 16 16"
          width="1em"
          height="1em"
          fill="none"
          stroke="currentColor"
        >
          <path d="M3.5 1.5h9v13L8 11l-4.5 3.5z" strokeWidth="1.3" />
        </svg>
        {t('save')}
      </button>
    </span>
  );
}
