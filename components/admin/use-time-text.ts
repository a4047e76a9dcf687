import { useTimeZone } from 'next-intl';
import { formatDateTime } from '@/lib/i18n/format-date';

/** Gives date and time of an ISO 8601 moment in the portal's time zone: `2022-02-18 14:51`. */
export function useTimeText(): (moment: string) => string {
  const timeZone = useTimeZone() ?? 'UTC';
  return (moment) => formatDateTime(new Date(moment), timeZone);
}
