import { useLocale, useTranslations } from 'next-intl';
import { SectionTitle } from '@/components/ui/section-title';
import { formatPeriod } from '@/lib/i18n/format-period';
import type { StockCount } from '@/lib/stocks/stock';
import { StockRows } from './stock-rows';

interface MostMentionedProps {
  /** `2022-02-18` */
  day: string;
  isToday: boolean;
  stocks: StockCount[];
}

/** The shares that most stories of the day name; says so when that day is not today. */
export function MostMentioned({ day, isToday, stocks }: MostMentionedProps) {
  const t = useTranslations('stocks');
  const locale = useLocale();
  return (
    <section aria-labelledby="most-mentioned" className="pt-8">
      <SectionTitle id="most-mentioned">{t(isToday ? 'mostToday' : 'mostOfDay')}</SectionTitle>
      {!isToday && (
        <p className="pb-3 text-xs text-muted">{t('mostOfDayNote', { day: formatPeriod(day, locale) })}</p>
      )}
      <StockRows stocks={stocks} />
    </section>
  );
}
