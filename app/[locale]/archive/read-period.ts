import { notFound } from 'next/navigation';
import { parseArchivePeriod } from '@/lib/archive/archive-period';
import { getConfig } from '@/lib/config/config';
import { formatDay } from '@/lib/i18n/format-date';

/** The year, month or day that an address names; one that no calendar has, or that is still to come, is a 404. */
export function readPeriod(parts: string[]): string {
  const period = parseArchivePeriod(parts);
  const today = formatDay(new Date(), getConfig().timeZone);
  if (period === undefined || period > today.slice(0, period.length)) notFound();
  return period;
}
