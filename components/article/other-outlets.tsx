import { useLocale, useTranslations } from 'next-intl';
import { getOrigin } from '@/components/lists/get-origin';
import { StoryLink } from '@/components/lists/story-link';
import { SectionTitle } from '@/components/ui/section-title';
import { TimeStamp } from '@/components/ui/time-stamp';
import type { GroupReason, RelatedReport } from '@/lib/groups/story-group-store';

/** The same story at other outlets, and on demand why each of them is the same. */
export function OtherOutlets({ reports }: { reports: RelatedReport[] }) {
  const t = useTranslations('groups');
  if (reports.length === 0) return null;
  return (
    <section aria-labelledby="other-outlets" className="no-print">
      <SectionTitle id="other-outlets">{t('title')}</SectionTitle>
      <ul>
        {reports.map((report) => (
          <li key={report.slug} className="border-t border-hairline pt-2 pb-1">
            <p className="flex flex-wrap gap-x-3 text-xs text-faint">
              <span>{getOrigin(report)}</span>
              <TimeStamp date={report.publishedAt} />
            </p>
            <StoryLink story={report} className="block py-2.5 text-sm" />
          </li>
        ))}
      </ul>
      <details className="border-t border-hairline text-xs text-muted">
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-accent underline-offset-4 hover:underline">
          {t('why')}
        </summary>
        <ul className="grid gap-1 pb-2">
          {reports.map((report) => (
            <li key={report.slug}>
              <span className="font-semibold">{getOrigin(report)}</span> <Reason reason={report.reason} />
            </li>
          ))}
        </ul>
        <p className="pb-2">{t('howFound')}</p>
      </details>
    </section>
  );
}

function Reason({ reason }: { reason: GroupReason }) {
  const t = useTranslations('groups');
  const locale = useLocale();
  if (reason.kind === 'editor') return t('byEditor');
  const share = new Intl.NumberFormat(locale, { style: 'percent' }).format(reason.percent / 100);
  const { phrases } = reason;
  return reason.with === null
    ? t('sameText', { share, phrases })
    : t('sameTextAs', { share, phrases, outlet: getOrigin(reason.with) });
}
