import { useTranslations } from 'next-intl';
import type { StockCount } from '@/lib/stocks/stock';
import { buildStockId } from '@/lib/stocks/stock-code';
import { StockLink } from './stock-link';

/** Shares and sectors one under the other, each with the number of its stories. */
export function StockRows({ stocks }: { stocks: StockCount[] }) {
  const t = useTranslations('stocks');
  return (
    <ol className="grid grid-cols-1 gap-x-6 sm:grid-cols-2 lg:grid-cols-1">
      {stocks.map((stock) => (
        <li
          key={buildStockId(stock)}
          className="flex items-center justify-between gap-x-3 border-t border-hairline text-sm"
        >
          <StockLink stock={stock} />
          <span className="text-xs whitespace-nowrap text-faint">
            {t('storyCount', { count: stock.stories })}
          </span>
        </li>
      ))}
    </ol>
  );
}
