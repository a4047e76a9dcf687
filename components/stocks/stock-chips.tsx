import { useTranslations } from 'next-intl';
import type { StockSummary } from '@/lib/stocks/stock';
import { buildStockId } from '@/lib/stocks/stock-code';
import { StockLink } from './stock-link';

/** The line under an article that leads to the shares and sectors it mentions. */
export function StockChips({ stocks }: { stocks: Omit<StockSummary, 'kind'>[] }) {
  const t = useTranslations('stocks');
  if (stocks.length === 0) return null;
  return (
    <section aria-labelledby="stocks" className="no-print flex flex-wrap items-center gap-x-5 pt-6 text-sm">
      <h2 id="stocks" className="text-muted">
        {t('mentioned')}
      </h2>
      {stocks.map((stock) => (
        <StockLink key={buildStockId(stock)} stock={stock} />
      ))}
    </section>
  );
}
