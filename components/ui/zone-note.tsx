import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { formatZoneName, formatZoneOffset } from '@/lib/i18n/format-date';

/** Names the zone of all times on the page. `at` picks summer or winter time. */
export function ZoneNote({ at }: { at: Date }) {
  const t = useTranslations('reader');
  const locale = useLocale();
  const timeZone = useTimeZone() ?? 'UTC';
  // People say 北京时间 where the Unicode data says 中国标准时间. Dots and slashes have meaning in message keys.
  const everyday = `zoneNames.${timeZone.replace(/[^a-z]/gi, '')}`;
  const zone = t.has(everyday) ? t(everyday) : formatZoneName(at, timeZone, locale);
  return <>{t('zone', { zone, offset: formatZoneOffset(at, timeZone) })}</>;
}
