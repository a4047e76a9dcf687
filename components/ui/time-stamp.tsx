import { useTimeZone } from 'next-intl';
import { formatClock, formatDateTime, formatIsoWithOffset } from '@/lib/i18n/format-date';

interface TimeStampProps {
  date: Date;
  /** `clock` where the day already stands above. */
  show?: 'dateTime' | 'clock';
  className?: string;
}

export function TimeStamp({ date, show = 'dateTime', className }: TimeStampProps) {
  const timeZone = useTimeZone() ?? 'UTC';
  const text = show === 'clock' ? formatClock(date, timeZone) : formatDateTime(date, timeZone);
  return (
    <time dateTime={formatIsoWithOffset(date, timeZone)} className={`whitespace-nowrap ${className ?? ''}`}>
      {text}
    </time>
  );
}
