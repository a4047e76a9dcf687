import { useLocale } from 'next-intl';
import { buildPath } from '@/lib/i18n/build-path';
import { buildStockPath } from '@/lib/sharing/build-absolute-url';
import type { StockSummary } from '@/lib/stocks/stock';
import { buildStockId, formatStockCode } from '@/lib/stocks/stock-code';

/** A share or sector that opens its page: its name, and its code where that is another. */
export function StockLink({
  stock,
  className = '',
}: {
  stock: Omit<StockSummary, 'kind'>;
  className?: string;
}) {
  const locale = useLocale();
  const code = formatStockCode(stock);
  const hasName = stock.name !== stock.code && stock.name !== code;
  return (
    <a
      href={buildPath(locale, buildStockPath(buildStockId(stock)))}
      className={`inline-flex min-h-11 items-center gap-x-2 hover:text-accent hover:underline ${className}`}
    >
      <span className="underline decoration-faint decoration-dotted underline-offset-[0.3em]">
        {hasName ? stock.name : code}
      </span>
      {hasName && <span className="text-xs text-faint">{code}</span>}
    </a>
  );
}
