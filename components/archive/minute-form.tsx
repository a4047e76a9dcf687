import { useLocale, useTranslations } from 'next-intl';
import { buildPath } from '@/lib/i18n/build-path';
import { buildArchivePath } from '@/lib/sharing/build-absolute-url';

/** Where the page of a day shows the minute that was asked for. */
export const minuteAnchor = 'at';

/** Jumps to a minute of a day. An ordinary form: the answer shows the stories around it, the nearest one marked. */
export function MinuteForm({ day, minute }: { day: string; minute: string | undefined }) {
  const t = useTranslations('archive');
  const locale = useLocale();
  return (
    <form
      action={`${buildPath(locale, buildArchivePath(day))}#${minuteAnchor}`}
      className="no-print flex flex-wrap items-center gap-x-3 text-sm"
    >
      <label htmlFor="minute" className="text-muted">
        {t('jump')}
      </label>
      <input
        id="minute"
        type="time"
        name="at"
        required
        defaultValue={minute ?? ''}
        className="min-h-11 border-b border-faint bg-transparent px-1"
      />
      <button
        type="submit"
        className="inline-flex min-h-11 cursor-pointer items-center text-accent hover:underline"
      >
        {t('jumpButton')}
      </button>
    </form>
  );
}
